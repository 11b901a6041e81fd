import { partAt, perField } from './field-parts.ts';
import { type FieldPath, isWithin, positionPath, rootOf } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import { type ItemId, isItemId, itemIdLength } from './ids.ts';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The lists at and below one field. */
const listsIn = perField((values): ReadonlyMap<FieldPath, readonly ItemId[]> => {
  const lists = new Map<FieldPath, ItemId[]>();
  for (const path of Object.keys(values)) {
    if (values[path] !== true) continue;
    const slash = path.length - itemIdLength - 1;
    if (slash < 1 || path[slash] !== '/') continue;
    const item = path.slice(slash + 1);
    if (!isItemId(item)) continue;
    const list = path.slice(0, slash);
    const items = lists.get(list);
    if (items === undefined) lists.set(list, [item]);
    else items.push(item);
  }
  for (const [list, items] of lists) {
    const position = (item: ItemId): string => {
      const value = values[positionPath(list, item)];
      return typeof value === 'string' ? value : '';
    };
    items.sort((a, b) => byText(position(a), position(b)) || byText(a, b));
  }
  return lists;
});

/** The items of a list, in order: by position, then by id where two positions are the same. */
export const listItems = (values: FieldMap, list: FieldPath): readonly ItemId[] =>
  listsIn(values, rootOf(list)).get(list) ?? [];

/** All live paths at or below `ancestor`. */
export const pathsWithin = (values: FieldMap, ancestor: FieldPath): readonly FieldPath[] =>
  Object.keys(partAt(values, rootOf(ancestor))).filter((path) => isWithin(path, ancestor));
