import { bothTexts, mergeTexts, type TextPart } from './text-merge.ts';

/** What a person makes of one place that both changed. */
export type PlaceChoice = 'mine' | 'theirs' | 'both';

/** A text that starts merged, with the places that wait for a choice. */
export type Comparison = {
  readonly parts: readonly TextPart[];
  /** How many places both changed. */
  readonly places: number;
};

/** Compares two versions of a text that began as `origin`. */
export const compareTexts = (origin: string, theirs: string, mine: string): Comparison => {
  const parts = mergeTexts(origin, theirs, mine);
  return { parts, places: parts.filter((part) => !part.isSettled).length };
};

const chosen = (part: Extract<TextPart, { isSettled: false }>, choice: PlaceChoice | undefined): string => {
  switch (choice) {
    case 'theirs':
      return part.theirs;
    case 'both':
      return bothTexts(part.theirs, part.mine);
    // Until something is chosen, one's own words stand there, as they do on the form.
    case 'mine':
    case undefined:
      return part.mine;
  }
};

/** The text that these choices make; `choices` by the number of the place, from 0. */
export const comparedText = ({ parts }: Comparison, choices: ReadonlyMap<number, PlaceChoice>): string => {
  let place = -1;
  return parts
    .map((part) => {
      if (part.isSettled) return part.text;
      place += 1;
      return chosen(part, choices.get(place));
    })
    .join('');
};
