import { diffComm } from 'node-diff3';
import { wordsOf } from './text-tokens.ts';

/** A stretch of a text beside an earlier one. */
export type WordMark = { readonly text: string; readonly mark: 'same' | 'added' | 'removed' };

/** What changed from one text to another, by words. The parts that are not removed are the later text again. */
export const wordMarks = (before: string, now: string): readonly WordMark[] =>
  diffComm([...wordsOf(before)], [...wordsOf(now)])
    .flatMap((part): readonly WordMark[] =>
      'common' in part && part.common !== undefined
        ? [{ text: part.common.join(''), mark: 'same' }]
        : [
            { text: part.buffer1.join(''), mark: 'removed' },
            { text: part.buffer2.join(''), mark: 'added' },
          ],
    )
    .filter(({ text }) => text !== '');
