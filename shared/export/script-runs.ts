import { type Direction, languageDirection, type Text } from './text.ts';

/** A stretch of text that runs one way. */
export type ScriptRun = { readonly text: string; readonly direction: Direction };

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const turns = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f]/u;
const letter = /\p{L}/u;

const directionOf = (character: string): Direction | null => {
  if (character === '\u200e') return 'ltr';
  if (character === '\u200f') return 'rtl';
  if (rightToLeft.test(character)) return 'rtl';
  return letter.test(character) ? 'ltr' : null;
};

/** The way that a text begins to run: that of its first letter; `otherwise` where it has none. */
export const firstDirection = (text: string, otherwise: Direction): Direction => {
  for (const character of text) {
    const direction = directionOf(character);
    if (direction !== null) return direction;
  }
  return otherwise;
};

/**
 * The way that a line runs: in Arabic from the right, also where a Latin name or code stands first, unless it has
 * nothing but such; else as its first letter does.
 */
export const lineDirection = ({ text, language }: Text, otherwise: Direction): Direction =>
  languageDirection(language) === 'rtl' && rightToLeft.test(text) ? 'rtl' : firstDirection(text, otherwise);

/**
 * A text cut where it changes its way. What has none (spaces, digits, signs) goes with the letters on both sides
 * where these agree, else with the paragraph, as the bidirectional algorithm of Unicode has it.
 */
export const scriptRuns = (text: string, paragraph: Direction): readonly ScriptRun[] => {
  if (paragraph === 'ltr' && !turns.test(text)) return text === '' ? [] : [{ text, direction: 'ltr' }];
  const runs: { text: string; direction: Direction }[] = [];
  let neutral = '';
  const add = (piece: string, direction: Direction): void => {
    if (piece === '') return;
    const last = runs.at(-1);
    if (last?.direction === direction) last.text += piece;
    else runs.push({ text: piece, direction });
  };
  for (const character of text) {
    const direction = directionOf(character);
    if (direction === null) {
      neutral += character;
      continue;
    }
    const before = runs.at(-1)?.direction ?? paragraph;
    add(neutral, before === direction ? direction : paragraph);
    neutral = '';
    add(character, direction);
  }
  add(neutral, paragraph);
  return runs;
};
