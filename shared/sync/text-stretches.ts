import { diffIndices } from 'node-diff3';
import { applySplices, diffText } from './splice.ts';
import type { VersionSplice } from './version.ts';
import { type WordMark, wordMarks } from './word-marks.ts';

/** A stretch in which two texts differ: whole sentences, `at` counted in UTF-16 units of the earlier one. */
export type TextStretch = { readonly at: number; readonly was: string; readonly is: string };

/** Sentences and lines, each with what ends it; joined they are the text again. */
const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^.!?。！？؟۔\n]*(?:[.!?。！？؟۔]+[\s]*|\n\s*)|[^.!?。！？؟۔\n]+/gu) ?? [];

const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/**
 * Where two texts differ, in order. By sentences: those repeat so rarely that even a long text is compared at once,
 * and several edits of one text stay small each.
 */
export const textStretches = (before: string, now: string): readonly TextStretch[] => {
  if (before === now) return [];
  const [was, is] = [sentencesOf(before), sentencesOf(now)];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  const most = Math.min(was.length, is.length) - start;
  while (end < most && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  const middle = was.slice(start, was.length - end);
  const offset = lengthOf(was.slice(0, start));
  return diffIndices([...middle], is.slice(start, is.length - end)).map(
    ({ buffer1: [index], buffer1Content, buffer2Content }) => ({
      at: offset + lengthOf(middle.slice(0, index)),
      was: buffer1Content.join(''),
      is: buffer2Content.join(''),
    }),
  );
};

/** The splices that turn one text into the other; `applySplices` of them is the later text. */
export const textSplices = (before: string, now: string): readonly VersionSplice[] => {
  const splices = textStretches(before, now).flatMap(({ at, was, is }) =>
    diffText(was, is).map(
      ([position, deleted, inserted]): VersionSplice => [at + position, deleted, inserted],
    ),
  );
  // A cut between sentences can part a pair only in a text that is not well-formed; then in one piece.
  return applySplices(before, splices as [number, number, string][]) === now
    ? splices
    : [[0, before.length, now]];
};

/** As `wordMarks`, for texts of any length. */
export const longWordMarks = (before: string, now: string): readonly WordMark[] => {
  const marks: WordMark[] = [];
  const add = (mark: WordMark) => {
    const last = marks.at(-1);
    if (mark.text === '') return;
    if (last?.mark === mark.mark) marks[marks.length - 1] = { ...last, text: last.text + mark.text };
    else marks.push(mark);
  };
  let at = 0;
  for (const stretch of textStretches(before, now)) {
    add({ text: before.slice(at, stretch.at), mark: 'same' });
    for (const mark of wordMarks(stretch.was, stretch.is)) add(mark);
    at = stretch.at + stretch.was.length;
  }
  add({ text: before.slice(at), mark: 'same' });
  return marks;
};
