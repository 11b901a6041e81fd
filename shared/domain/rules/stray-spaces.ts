import type { Rule } from './rule.ts';

/** One line without the blanks before it, after it, and doubled within it. */
export const withoutStraySpaces = (line: string): string => line.trim().replace(/\s{2,}/gu, ' ');

/**
 * Blanks before a line of text, or doubled within it (assumed): they come with what is pasted and sort a
 * title wrongly. One blank at the end is somebody who is writing.
 */
export const straySpaces: Rule = (_values, _params, { texts }) =>
  texts
    .filter(({ field, text }) => field.kind === 'shortText' && text.trim() !== '')
    .filter(({ text }) => text.replace(/\s$/u, '') !== withoutStraySpaces(text))
    .map(({ path }) => ({ path, code: 'stray-spaces', params: {} }));
