import { type Comparison, comparedText, compareTexts } from '#shared/sync/compare.ts';
import { type WordMark, wordMarks } from '#shared/sync/word-marks.ts';
import type { FieldConflict } from './document-session.ts';

/** What a person takes at a place that both changed. */
export type PlaceChoice = 'mine' | 'theirs' | 'both';

/** Two versions of a text, ready to be shown and settled. */
export type TextComparison = {
  /** Each version beside what both began with. */
  readonly mine: readonly WordMark[];
  readonly theirs: readonly WordMark[];
  readonly comparison: Comparison;
  readonly result: (choices: ReadonlyMap<number, PlaceChoice>) => string;
};

/** The comparison of a conflict between two texts; null where one side is no text. */
export const textComparison = ({ mine, theirs, origin }: FieldConflict): TextComparison | null => {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return null;
  const begun = typeof origin === 'string' ? origin : '';
  const comparison = compareTexts(begun, theirs, mine);
  return {
    mine: wordMarks(begun, mine),
    theirs: wordMarks(begun, theirs),
    comparison,
    result: (choices) => comparedText(comparison, choices),
  };
};
