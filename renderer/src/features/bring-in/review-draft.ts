import type { PieceChoices } from '#shared/import/word-draft.ts';
import type { WordPiece } from '#shared/import/word-pieces.ts';

/** Puts a piece into a field; the empty text takes it out of any. */
export const place = (choices: PieceChoices, piece: number, field: string): PieceChoices =>
  field === '' ? putBack(choices, piece) : { ...choices, [piece]: { do: 'place', field, how: 'append' } };

export const leaveOut = (choices: PieceChoices, piece: number): PieceChoices => ({
  ...choices,
  [piece]: { do: 'leave-out' },
});

/** Without a decision again: it would be kept under what is not yet placed. */
export const putBack = (choices: PieceChoices, piece: number): PieceChoices =>
  Object.fromEntries(Object.entries(choices).filter(([id]) => Number(id) !== piece));

/** Whether a placed piece takes the place of those before it, or joins them. */
export const replaceOthers = (choices: PieceChoices, piece: number, replaces: boolean): PieceChoices => {
  const choice = choices[piece];
  if (choice?.do !== 'place') return choices;
  return { ...choices, [piece]: { ...choice, how: replaces ? 'replace' : 'append' } };
};

/** The pieces of a field, in the order of the file. */
export const piecesIn = (
  pieces: readonly WordPiece[],
  choices: PieceChoices,
  field: string,
): readonly WordPiece[] =>
  pieces.filter(({ id }) => {
    const choice = choices[id];
    return choice?.do === 'place' && choice.field === field;
  });

/** The pieces without a decision. */
export const unplacedIn = (pieces: readonly WordPiece[], choices: PieceChoices): readonly WordPiece[] =>
  pieces.filter(({ id }) => choices[id] === undefined);
