import type { DocumentModel, ModelField, ModelSection } from '../document-model.ts';
import { documentWords } from '../document-words.ts';
import type { Signatory } from '../signatories.ts';
import type { Text } from '../text.ts';
import { isWide } from '../wide-budget.ts';
import { blockXml } from './block-xml.ts';
import { bookmarkName } from './bookmark-name.ts';
import type { Page } from './page.ts';
import type { PageLayout } from './page-layout.ts';
import { type Line, paragraph, paragraphOf, runs } from './paragraph.ts';
import { table, type WordRow } from './table.ts';

/** Ids that a restyled template may have used itself stay below. */
const firstBookmark = 1000;

const dash: Text = { text: '—', language: 'en' };

/** Room for a name, a signature and a day; all on one page. */
const signatureXml = ({ capacity, name }: Signatory, model: DocumentModel, page: Page): string => {
  const words = documentWords(model.language);
  const empty: Text = { text: '', language: model.language };
  const row = (label: Text, value: readonly Text[], keepNext: boolean): WordRow => ({
    keepNext,
    cells: [
      { lines: [label], style: 'TableText' },
      { lines: value, style: 'TableText' },
    ],
  });
  const rows = [
    row(words.name, [name ?? empty], true),
    row(words.signature, [empty, empty], true),
    row(words.day, [empty], false),
  ];
  const first = Math.round(page.width / 5);
  return (
    paragraph('ItemName', capacity, page.direction) + table(rows, [first, page.width - first], page.direction)
  );
};

/** The body of a document: sections, questions and answers, then who signs. `layout` is that of the template. */
export const bodyXml = (model: DocumentModel, layout: PageLayout): string => {
  const { direction, language, writtenLanguage } = model;
  const upright: Page = { direction, language, writtenLanguage, width: layout.textWidth };
  const wide: Page = { ...upright, width: layout.wideTextWidth };
  let bookmark = firstBookmark;
  const marked = (name: string, inside: string): string => {
    bookmark += 1;
    return `<w:bookmarkStart w:id="${bookmark}" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="${bookmark}"/>`;
  };
  const heading = (style: 'Heading1' | 'Heading2', name: string, text: Line): string => {
    return paragraphOf({ style, direction, inside: marked(name, runs(text, direction)) });
  };
  const fieldXml = (field: ModelField, page: Page): string => {
    const { id, number, label, blocks } = field;
    const title = heading('Heading2', bookmarkName('f', id), [
      { text: `${number}\t`, language: model.language },
      label,
    ]);
    const answer =
      blocks.length === 0
        ? paragraph('NoAnswer', dash, direction)
        : blocks.map((one) => blockXml(one, page)).join('');
    return title + answer;
  };
  const sectionXml = ({ id, title, fields }: ModelSection): string =>
    heading('Heading1', bookmarkName('s', id), title) +
    fields
      .map((field) =>
        // A section of Word ends in its last paragraph: the upright pages before, then the wide ones.
        isWide(field.blocks)
          ? layout.endUpright + fieldXml(field, wide) + layout.endWide
          : fieldXml(field, upright),
      )
      .join('');
  const notes = model.notes.map((note) => paragraph('Note', note, direction)).join('');
  const signing =
    model.signatories.length === 0
      ? ''
      : heading('Heading1', 'endorsement_block', documentWords(model.language).endorsement) +
        model.signatories.map((one) => signatureXml(one, model, upright)).join('');
  return model.sections.map(sectionXml).join('') + signing + notes;
};
