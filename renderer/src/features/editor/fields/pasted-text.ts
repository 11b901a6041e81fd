import { cleanText } from './clean-text.ts';

/** Ends of lines in Word, in PDF and in Unicode. */
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Soft hyphens and what has no width. The joiners stay: Persian, Indic scripts and emoji need them. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const control = /(?![\n\t])\p{Cc}/gu;
/** What Word draws before an item: a sign of a symbol font, or a letter of one, and a tab. */
const bullet = /^[ \t]*(?:[\ue000-\uf8ff][ \t]*|[·•▪◦‣§o●○■□–-]\t[ \t]*|[·▪●■][ \t]+)/;
const privateUse = /[\ue000-\uf8ff]/g;
const number = /^[ \t]*(\(?[\p{N}\p{L}]{1,4}[.)])\t[ \t]*/u;
/** A no-break space that French typography or a number wants. */
const idleSpace = /(?<![«\p{N}])\u00a0(?![»:;!?%\p{N}])/gu;

/** At the end of a line blanks say nothing; at the end of a fragment they part it from the word that follows. */
const idleEnd = { within: /[ \t]+$/, last: /[ \t]*\t[ \t]*$/ };

const tidyLine = (line: string, index: number, { length }: readonly string[]): string =>
  line
    .replace(bullet, '• ')
    .replace(privateUse, '')
    .replace(number, '$1 ')
    .replace(idleSpace, ' ')
    .replace(/^\t+/, '')
    .replace(index === length - 1 ? idleEnd.last : idleEnd.within, '')
    .replace(/ *\t+ */g, ' | ');

const once = (text: string): string =>
  cleanText(text)
    .replace(lineEnd, '\n')
    .replace(invisible, '')
    .replace(control, '')
    .split('\n')
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

/**
 * A text from another program as it belongs into a form: one kind of line end, bullets that every font
 * has, cells of a row parted by " | ", nothing that cannot be seen. Words, quotation marks and the
 * order of lines stay as they are.
 */
export const pastedText = (text: string): string => {
  let before = text;
  let after = once(text);
  // What one step uncovers (a bullet behind a bullet) is tidied too, so that pasting it again changes nothing.
  while (after !== before) {
    before = after;
    after = once(after);
  }
  return after;
};

/** What stands on several lines, on one. */
export const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** A pasted text for a field without breaks. What is a part of a line keeps the blanks at its edges. */
export const pastedLine = (text: string): string => {
  const tidy = pastedText(text);
  return tidy.includes('\n') ? onOneLine(tidy.trim()) : tidy;
};
