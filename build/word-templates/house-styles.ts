import { BorderStyle, type IRunStylePropertiesOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { Direction } from '#shared/export/text.ts';

/** The roles of look.md, section 1, as Word writes them. */
export const colours = { ink: '15202A', quiet: '475663', hairline: 'B8C2CA', un: '009EDB', err: 'B0241C' };

/** What a person wrote and what is read at length; each script has its own face. */
export const serif = {
  ascii: 'Noto Serif',
  hAnsi: 'Noto Serif',
  cs: 'Noto Naskh Arabic',
  eastAsia: 'Noto Serif CJK SC',
};
/** What the form says. */
export const sans = {
  ascii: 'Noto Sans',
  hAnsi: 'Noto Sans',
  cs: 'Noto Sans Arabic',
  eastAsia: 'Noto Sans CJK SC',
};

/** Half points, as Word counts sizes. */
const points = (size: number): number => size * 2;
/** Twentieths of a point, as Word counts distances. */
export const twips = (size: number): number => Math.round(size * 20);

type Style = NonNullable<IStylesOptions['paragraphStyles']>[number];

const run = (size: number, more: IRunStylePropertiesOptions = {}): IRunStylePropertiesOptions => ({
  size: points(size),
  color: colours.ink,
  ...more,
});

/** Every style that a document of ours uses, by the id that shared/export/word writes. */
export const paragraphStyles = (direction: Direction): Style[] => [
  {
    id: 'CoverKind',
    name: 'Cover Kind',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(11, { font: sans, color: colours.quiet }),
    paragraph: { spacing: { after: twips(2) } },
  },
  {
    id: 'CoverFact',
    name: 'Cover Fact',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(9.5, { font: sans, color: colours.quiet }),
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: 'Training',
    name: 'Training Mark',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(11, { font: sans, bold: true, color: colours.err }),
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: 'AnswerText',
    name: 'Answer',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(10.5),
    paragraph: { spacing: { after: 0 } },
  },
  {
    id: 'AnswerItem',
    name: 'Answer Item',
    basedOn: 'AnswerText',
    quickFormat: true,
    paragraph: { numbering: { reference: 'answers', level: 0 }, spacing: { after: twips(2) } },
  },
  {
    id: 'NoAnswer',
    name: 'No Answer',
    basedOn: 'AnswerText',
    quickFormat: true,
    run: { color: colours.quiet },
  },
  {
    id: 'AnswerLabel',
    name: 'Answer Label',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(9, { font: sans, bold: true, color: colours.quiet }),
    paragraph: { keepNext: true, spacing: { before: twips(6), after: twips(1) } },
  },
  {
    id: 'ItemName',
    name: 'Item Name',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(10, { font: sans, bold: true }),
    paragraph: { keepNext: true, spacing: { before: twips(8), after: twips(2) } },
  },
  {
    id: 'TableHead',
    name: 'Table Head',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(8.5, { font: sans, bold: true }),
    paragraph: {
      keepNext: true,
      spacing: { before: twips(2), after: twips(2), line: 240, lineRule: LineRuleType.AUTO },
    },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(9),
    paragraph: { spacing: { before: twips(2), after: twips(2), line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'TableAmount',
    name: 'Table Amount',
    basedOn: 'TableText',
    quickFormat: true,
    run: run(8.5, { font: sans }),
    // At the right whichever way the page runs: units stand under units.
    paragraph: { alignment: direction === 'rtl' ? 'start' : 'end' },
  },
  {
    id: 'TableTotal',
    name: 'Table Total',
    basedOn: 'TableText',
    quickFormat: true,
    run: run(8.5, { font: sans, bold: true }),
  },
  {
    id: 'TableTotalAmount',
    name: 'Table Total Amount',
    basedOn: 'TableAmount',
    quickFormat: true,
    run: { bold: true },
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    run: run(4),
    paragraph: { spacing: { before: 0, after: 0, line: twips(6), lineRule: LineRuleType.EXACT } },
  },
  {
    id: 'Note',
    name: 'Note',
    basedOn: 'Normal',
    quickFormat: true,
    run: run(9, { font: sans, color: colours.quiet }),
    paragraph: { spacing: { before: twips(12) } },
  },
];

export const defaultStyles: NonNullable<IStylesOptions['default']> = {
  document: {
    run: {
      font: serif,
      size: points(10.5),
      color: colours.ink,
      language: { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
    },
    paragraph: { spacing: { after: twips(4), line: twips(15), lineRule: LineRuleType.AT_LEAST } },
  },
  title: {
    run: run(20, { bold: true }),
    paragraph: { spacing: { before: 0, after: twips(8), line: 264, lineRule: LineRuleType.AUTO } },
  },
  heading1: {
    run: run(14, { font: sans, bold: true }),
    paragraph: {
      keepNext: true,
      spacing: { before: twips(22), after: twips(4) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 3, color: colours.hairline } },
    },
  },
  // The number stands in the margin, as in the form.
  heading2: {
    run: run(10.5, { font: sans, bold: true }),
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: twips(13), after: twips(2) },
      indent: { left: 0, hanging: twips(30) },
    },
  },
};
