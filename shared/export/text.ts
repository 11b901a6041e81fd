import { type Language, type Localized, localized } from '#shared/domain/template.ts';
import { closedDirections } from './closed-directions.ts';

export type Direction = 'ltr' | 'rtl';

/** One line of text and the language in which it stands: a label in the form's, an answer in the document's. */
export type Text = { readonly text: string; readonly language: Language };

// C0 and C1 controls but tab and line feed, and the two code points that no XML takes: Word refuses a file that has them.
const refused = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** `text` without what XML and Word refuse: controls other than tab and line feed, lone surrogates. */
export const plainText = (text: string): string => text.toWellFormed().replace(refused, '');

/** What was typed, its breaks as line feeds, without what files refuse and space around; empty where it is no text. */
export const typedText = (value: unknown): string =>
  typeof value === 'string' ? plainText(value.split(lineBreak).join('\n')).trim() : '';

/** One line: breaks become spaces; no direction that it opens reaches out of it. */
export const line = (text: string, language: Language): Text => ({
  text: closedDirections(plainText(text.split(lineBreak).join(' '))),
  language,
});

/** A text of several lines, one each; blank lines between are kept as empty ones, those at the ends are not. */
export const lines = (text: string, language: Language): readonly Text[] => {
  const all = text.split(lineBreak).map((one) => line(one, language));
  const isBlank = ({ text: one }: Text): boolean => one.trim() === '';
  const first = all.findIndex((one) => !isBlank(one));
  const last = all.findLastIndex((one) => !isBlank(one));
  return first < 0 ? [] : all.slice(first, last + 1);
};

/** A text of the form or of a list, in `language` where it exists there, else in English. */
export const label = (text: Localized, language: Language): Text =>
  line(localized(text, language), text[language] === undefined ? 'en' : language);

export const languageDirection = (language: Language): Direction => (language === 'ar' ? 'rtl' : 'ltr');

/** The beginning of a text, of at most `most` characters and a mark that there is more; cut between words. */
export const shortened = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${closedDirections(space > most / 2 ? cut.slice(0, space) : cut.slice(0, most)).trimEnd()}…`;
};
