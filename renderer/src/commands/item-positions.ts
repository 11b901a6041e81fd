import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { type FieldPath, positionPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';

type Positions = readonly (readonly [FieldPath, string])[];

const positionOf = (values: FieldMap, list: FieldPath, item: ItemId | undefined): string | null => {
  const value = item && values[positionPath(list, item)];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** A key between two others; null where there is none (two laptops used the same, or a foreign form). */
const keyBetween = (before: string | null, after: string | null): string | null => {
  try {
    return generateKeyBetween(before, after);
  } catch {
    return null;
  }
};

/** The fractional index of a new last item. */
export const positionAtEnd = (values: FieldMap, list: FieldPath): string => {
  const items = listItems(values, list);
  const last = positionOf(values, list, items.at(-1));
  return keyBetween(last, null) ?? `${last}V`;
};

/**
 * The positions to set so that an item stands at index `to` of `items`, which are neighbours in the list;
 * none when it stands there already.
 */
export const positionsAfterMoveTo = (
  values: FieldMap,
  list: FieldPath,
  items: readonly ItemId[],
  item: ItemId,
  to: number,
): Positions => {
  const from = items.indexOf(item);
  if (from < 0 || to < 0 || to >= items.length || to === from) return [];
  const order = items.filter((other) => other !== item);
  order.splice(to, 0, item);
  const key = keyBetween(positionOf(values, list, order[to - 1]), positionOf(values, list, order[to + 1]));
  if (key !== null) return [[positionPath(list, item), key]];
  const keys = generateNKeysBetween(null, null, order.length);
  return order.map((other, index) => [positionPath(list, other), keys[index] ?? ''] as const);
};

/** The positions to set so that an item moves by so many places; none when that is beyond an end. */
export const positionsAfterMove = (
  values: FieldMap,
  list: FieldPath,
  item: ItemId,
  by: number,
): Positions => {
  const items = listItems(values, list);
  return positionsAfterMoveTo(values, list, items, item, items.indexOf(item) + by);
};

/** The positions to set so that new items stand among `items`, right after the one at index `at`. */
export const positionsOfNew = (
  values: FieldMap,
  list: FieldPath,
  items: readonly ItemId[],
  at: number,
  added: readonly ItemId[],
): Positions => {
  const before = positionOf(values, list, items[at]);
  const after = positionOf(values, list, items[at + 1]);
  try {
    const keys = generateNKeysBetween(before, after, added.length);
    return added.map((item, index) => [positionPath(list, item), keys[index] ?? ''] as const);
  } catch {
    const order = [...items.slice(0, at + 1), ...added, ...items.slice(at + 1)];
    const keys = generateNKeysBetween(null, null, order.length);
    return order.map((item, index) => [positionPath(list, item), keys[index] ?? ''] as const);
  }
};
