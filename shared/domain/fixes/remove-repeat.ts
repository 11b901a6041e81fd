import { isFilled } from '#shared/domain/answered.ts';
import { itemPath } from '#shared/domain/field-path.ts';
import { type FieldMap, sameValue } from '#shared/domain/field-value.ts';
import { foldedName } from '#shared/domain/folded-name.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { pathsWithin } from '#shared/domain/list-items.ts';
import type { Fix } from './fix.ts';

const sameWords = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && foldedName(a) === foldedName(b);

/**
 * Takes an item out that says nothing which the first of that name does not say: null where a word would be
 * lost, or where amounts of a budget stand under it.
 */
export const removeRepeat = (
  values: FieldMap,
  list: string,
  item: ItemId,
  first: ItemId,
  name: string,
): Fix | null => {
  const own = itemPath(list, item);
  const other = itemPath(list, first);
  const paths = pathsWithin(values, own);
  const isKept = (path: string): boolean => {
    const rest = path.slice(own.length);
    const there = values[other + rest];
    const here = values[path];
    return (
      rest === '' || rest === '/pos' || !isFilled(here) || sameValue(here, there) || sameWords(here, there)
    );
  };
  const isColumn = Object.keys(values).some((path) => path.endsWith(`/amount/${item}`));
  if (values[other] !== true || isColumn || !paths.every(isKept)) return null;
  return {
    code: 'remove-repeat',
    params: { name },
    edits: paths.map((path) => ({ path, value: undefined })),
  };
};
