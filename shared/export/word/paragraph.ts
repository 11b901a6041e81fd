import type { Language } from '#shared/domain/template.ts';
import { firstDirection, scriptRuns } from '../script-runs.ts';
import { type Direction, languageDirection, type Text } from '../text.ts';
import { escaped } from '../xml.ts';

/** The styles of the house template, by id: what a secretariat restyles in Word. */
export type ParagraphStyle =
  | 'Heading1'
  | 'Heading2'
  | 'AnswerText'
  | 'AnswerItem'
  | 'NoAnswer'
  | 'AnswerLabel'
  | 'ItemName'
  | 'TableHead'
  | 'TableText'
  | 'TableAmount'
  | 'TableTotal'
  | 'TableTotalAmount'
  | 'AfterTable'
  | 'Note';

const spelling: Readonly<Record<Language, string>> = {
  ar: '<w:lang w:bidi="ar-SA"/>',
  zh: '<w:lang w:eastAsia="zh-CN"/>',
  en: '<w:lang w:val="en-GB"/>',
  fr: '<w:lang w:val="fr-FR"/>',
  ru: '<w:lang w:val="ru-RU"/>',
  es: '<w:lang w:val="es-ES"/>',
};

const run = (text: string, properties: string): string => {
  const pieces = text
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`));
  return `<w:r><w:rPr>${properties}</w:rPr>${pieces.join('<w:tab/>')}</w:r>`;
};

/** Several pieces on one line, each in its own language: a label and what it is said of. */
export type Line = Text | readonly Text[];

const textsOf = (line: Line): readonly Text[] => ('text' in line ? [line] : line);

/** Holds a piece together that runs against its line: U+200E and U+200F are letters without a shape. */
const held = ({ text, language }: Text, paragraph: Direction): string => {
  const own = languageDirection(language);
  if (own === paragraph || firstDirection(text, own) !== own) return text;
  const mark = own === 'ltr' ? '\u200e' : '\u200f';
  return `${mark}${text}${mark}`;
};

/** The runs of a line: each script by itself, marked with its language, so that Word sets and spells it right. */
export const runs = (line: Line, paragraph: Direction): string =>
  textsOf(line)
    .flatMap((text) =>
      scriptRuns(held(text, paragraph), paragraph).map((piece) => {
        const way = piece.direction === 'rtl' ? '<w:rtl/>' : '';
        return run(piece.text, `${way}${spelling[text.language]}`);
      }),
    )
    .join('');

type Paragraph = {
  readonly style: ParagraphStyle;
  readonly direction: Direction;
  readonly keepNext?: boolean;
  /** WordprocessingML within the paragraph. */
  readonly inside: string;
};

export const paragraphOf = ({ style, direction, keepNext = false, inside }: Paragraph): string => {
  const keep = keepNext ? '<w:keepNext/>' : '';
  const way = direction === 'rtl' ? '<w:bidi/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${way}</w:pPr>${inside}</w:p>`;
};

/** A line as a paragraph that runs with the page, whatever its script; its runs keep their own way. */
export const paragraph = (
  style: ParagraphStyle,
  line: Line,
  direction: Direction,
  keepNext = false,
): string => {
  const isEmpty = textsOf(line).every(({ text }) => text === '');
  return paragraphOf({ style, direction, keepNext, inside: isEmpty ? '' : runs(line, direction) });
};
