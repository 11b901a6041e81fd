import { describe, expect, test } from 'vitest';
import { choicesOf } from '#shared/import/word-draft.ts';
import type { WordPiece } from '#shared/import/word-pieces.ts';
import { leaveOut, piecesIn, place, putBack, replaceOthers, unplacedIn } from './review-draft.ts';

const piece = (id: number): WordPiece => ({
  id,
  from: 'body',
  heading: `Heading ${id}`,
  isTitle: false,
  anchors: [],
  blocks: [],
  text: 'Text',
});
const pieces = [piece(0), piece(1), piece(2)];
const first = choicesOf(pieces, new Map([[0, { field: 'context', by: 'label' }]]));

describe('the review of a Word file', () => {
  test('begins with every proposal taken, and the rest without a place', () => {
    expect(first).toEqual({ 0: { do: 'place', field: 'context', how: 'append' } });
    expect(unplacedIn(pieces, first)).toEqual([piece(1), piece(2)]);
  });

  test('a piece is placed, replaces the others, and is taken out again', () => {
    const placed = place(first, 1, 'context');
    expect(piecesIn(pieces, placed, 'context')).toEqual([piece(0), piece(1)]);
    expect(replaceOthers(placed, 1, true)[1]).toEqual({ do: 'place', field: 'context', how: 'replace' });
    expect(place(placed, 1, '')).toEqual(first);
  });

  test('what is left out is a decision of the person, and can be put back', () => {
    const left = leaveOut(first, 2);
    expect(unplacedIn(pieces, left)).toEqual([piece(1)]);
    expect(putBack(left, 2)).toEqual(first);
  });
});
