import { type FieldPath, isWithin, positionPath } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import { type ItemId, isItemId, itemIdLength } from './ids.ts';

/** The items of a list, in order: by position, then by id where two positions are the same. */
export const listItems = (values: FieldMap, list: FieldPath): readonly ItemId[] => {
  const prefix = `${list}/`;
  const length = prefix.length + itemIdLength;
  const items: ItemId[] = [];
  // Asked for every list at every key: of a thousand paths, the length alone rules out nearly all.
  for (const path in values) {
    if (path.length !== length || values[path] !== true || !path.startsWith(prefix)) continue;
    const item = path.slice(prefix.length);
    if (isItemId(item)) items.push(item);
  }
  const position = (item: ItemId): string => {
    const value = values[positionPath(list, item)];
    return typeof value === 'string' ? value : '';
  };
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return items.sort((a, b) => byText(position(a), position(b)) || byText(a, b));
};

/** All live paths at or below `ancestor`. */
export const pathsWithin = (values: FieldMap, ancestor: FieldPath): readonly FieldPath[] =>
  Object.keys(values).filter((path) => isWithin(path, ancestor));
