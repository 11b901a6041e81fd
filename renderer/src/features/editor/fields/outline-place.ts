import { createContext } from 'react';
import { type GroupField, isGroup } from '#shared/domain/template.ts';

/** Where a list stands in an outline: the number of the item around it ("1.2"; "" at the top), and its neighbours. */
export type OutlinePlace = { readonly above: string; readonly besides: readonly GroupField[] };

/** null outside an outline. */
export const OutlineContext = createContext<OutlinePlace | null>(null);

/** The lists within an item of a list. */
export const listsWithin = (field: GroupField): readonly GroupField[] => field.fields.filter(isGroup);

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The number of the item at `index`, from 0: "1", "1.2", "1.2.3". A list without lists of its own that stands
 * beside one that has them counts in letters ("1.a"), so that no two items of an outline share a number.
 */
export const outlineNumber = (place: OutlinePlace, field: GroupField, index: number): string => {
  const isBranch = (list: GroupField) => listsWithin(list).length > 0;
  const takesLetters =
    !isBranch(field) && place.besides.some((other) => other.id !== field.id && isBranch(other));
  const letter = letters[index];
  const own = takesLetters && letter !== undefined ? letter : String(index + 1);
  return place.above === '' ? own : `${place.above}.${own}`;
};
