import { type Language, languages, type Template, templateFields } from '#shared/domain/template.ts';
import { type DocumentWord, documentWords } from '#shared/export/document-words.ts';
import { bookmarkName } from '#shared/export/word/bookmark-name.ts';
import { datePartsInWords } from './date-words.ts';
import type { DocxBlock, ParagraphBlock, TableRows } from './word-blocks.ts';

/** Whether these are the bookmarks of a heading over a field of the house template. */
export const isFieldAnchor = (anchors: readonly string[]): boolean =>
  anchors.some((anchor) => anchor.startsWith('f_'));

/** Whether a file was written on the house template: headings carry the bookmarks of their fields. */
export const isHouseFile = (blocks: readonly DocxBlock[]): boolean =>
  blocks.some(({ anchors }) => isFieldAnchor(anchors));

/** A line without the marks of direction that the house template holds a piece together with. */
export const unheld = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^([\u200e\u200f])(.*)\1$/su, '$2'))
    .join('\n');

/** A word of the house template in every language. */
const inAllLanguages = (word: DocumentWord): readonly string[] =>
  languages.map((language) => documentWords(language)[word].text.trim());

const isWord = (word: DocumentWord, text: string): boolean => inAllLanguages(word).includes(text.trim());

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const anyOf = (...words: readonly DocumentWord[]): string =>
  `(?:${words.flatMap(inAllLanguages).map(escaped).join('|')})`;

/** A comma of any of the six languages. */
const comma = '[,،，]';

const standing = new RegExp(`^${anyOf('draft', 'received')}(?=$|${comma}|\\s).*$`, 'u');
const runningFoot = new RegExp(
  `^${anyOf('draft', 'received')}.* · .*${anyOf('page')}\\s*\\d*\\s*${anyOf('ofPages')}\\s*\\d*\\s*${anyOf('afterPages')}$`,
  'u',
);
const capacity = new RegExp(`^${anyOf('residentCoordinator', 'forOrganization')}(?=$|${comma}|\\s)`, 'u');

const isKindName = (text: string, templates: readonly Template[]): boolean =>
  templates.some(({ name }) => Object.values(name).includes(text.trim()));

const isParagraph = (block: DocxBlock): block is ParagraphBlock => block.block === 'paragraph';

/** What the cover says of the document: it is made anew with every copy. */
const isCover = ({ style, text }: ParagraphBlock, templates: readonly Template[]): boolean => {
  if (style === 'CoverKind') return isKindName(text, templates);
  return style === 'CoverFact' && (standing.test(text.trim()) || datePartsInWords(text.trim()) !== null);
};

/** The language of a house file, told by the word for its standing on the cover. */
export const houseLanguage = (blocks: readonly DocxBlock[]): Language | null => {
  const cover = blocks.flatMap((block) =>
    isParagraph(block) && block.style === 'CoverFact' ? [block.text.trim()] : [],
  );
  const told = languages.find((language) => {
    const { draft, received } = documentWords(language);
    const isReceived = new RegExp(`^${escaped(received.text)}${comma}`, 'u');
    return cover.some((text) => text === draft.text || isReceived.test(text));
  });
  return told ?? null;
};

/** The answer under the heading of a field, on one line. */
const answerOf = (blocks: readonly DocxBlock[], field: string): string => {
  const at = blocks.findIndex(({ anchors }) => anchors.includes(bookmarkName('f', field)));
  const after = at < 0 ? [] : blocks.slice(at + 1);
  const end = after.findIndex((block) => isParagraph(block) && (block.level > 0 || block.anchors.length > 0));
  return (end < 0 ? after : after.slice(0, end))
    .map((block) => (isParagraph(block) ? block.text : ''))
    .join(' ')
    .trim();
};

/** The title on the cover of a house file, where it only repeats the field of the title. */
const isCoverTitle = (
  block: ParagraphBlock,
  blocks: readonly DocxBlock[],
  templates: readonly Template[],
): boolean =>
  block.style === 'Title' &&
  (isKindName(block.text, templates) ||
    templates.some(({ titleField }) => answerOf(blocks, titleField) === block.text.trim()));

/** The lines for a signature that somebody filled in; names of coordinators stand in the document as well. */
const signed = (table: TableRows, others: readonly DocxBlock[]): TableRows => {
  const stands = (name: string): boolean =>
    others.some(
      (block) =>
        block.block === 'table' &&
        block.rows.some((cells) => cells.some((cell) => cell.replaceAll('\n', ' ').trim() === name.trim())),
    );
  const isLeft = ([label = '', value = '']: readonly string[]): boolean =>
    (['name', 'signature', 'day'] as const).some((word) => isWord(word, label)) &&
    (value.trim() === '' || (isWord('name', label) && stands(value)));
  const kept = table.rows.flatMap((cells, index) => (isLeft(cells) ? [] : [index]));
  return {
    ...table,
    rows: kept.map((index) => table.rows[index] ?? []),
    styles: kept.map((index) => table.styles[index] ?? []),
  };
};

/** The block of signatures without what nobody wrote into it. */
const signatures = (block: readonly DocxBlock[], others: readonly DocxBlock[]): readonly DocxBlock[] => {
  const [heading, ...inside] = block;
  const rest: DocxBlock[] = [];
  for (const [index, one] of inside.entries()) {
    if (one.block === 'table') {
      const table = signed(one, others);
      if (table.rows.length === 0) continue;
      const before = inside[index - 1];
      rest.push(...(before !== undefined && isParagraph(before) ? [before] : []), table);
    } else if (one.text.trim() !== '' && !(one.style === 'ItemName' && capacity.test(one.text)))
      rest.push(one);
  }
  return rest.length === 0 || heading === undefined ? [] : [heading, ...rest];
};

const unheldBlock = (block: DocxBlock): DocxBlock =>
  isParagraph(block)
    ? { ...block, text: unheld(block.text) }
    : // A cell over the whole width may hold several pieces on a line: whoever takes it apart looks after its marks.
      { ...block, rows: block.rows.map((cells) => (cells.length === 1 ? cells : cells.map(unheld))) };

/**
 * A house file as the person filled it in: without what the template itself wrote (cover, dashes, empty lines for
 * signatures, marks of direction). Only what reads exactly as the template writes it goes; whatever somebody added
 * or changed there stays.
 */
export const withoutHouseWords = (
  file: readonly DocxBlock[],
  templates: readonly Template[],
): readonly DocxBlock[] => {
  const blocks = file.map(unheldBlock);
  const written = blocks.filter(
    (block) =>
      !isParagraph(block) ||
      !(
        isCover(block, templates) ||
        isCoverTitle(block, blocks, templates) ||
        (block.style === 'Note' &&
          (isWord('contactsLeftOut', block.text) || isWord('formInEnglish', block.text))) ||
        (block.style === 'NoAnswer' && block.text.trim() === '—')
      ),
  );
  const from = written.findIndex(({ anchors }) => anchors.includes('endorsement_block'));
  if (from < 0) return written;
  const next = written.findIndex(
    (block, index) => index > from && isParagraph(block) && (block.level > 0 || isFieldAnchor(block.anchors)),
  );
  const to = next < 0 ? written.length : next;
  const others = [...written.slice(0, from), ...written.slice(to)];
  return [...written.slice(0, from), ...signatures(written.slice(from, to), others), ...written.slice(to)];
};

/** The text of a header or footer without the lines that the house template writes there. */
export const withoutRunningWords = (
  text: string,
  file: readonly DocxBlock[],
  templates: readonly Template[],
): string => {
  const title = file.find((block) => isParagraph(block) && block.style === 'Title');
  const shown = title !== undefined && isParagraph(title) ? title.text.trim() : '';
  const isTitle = (line: string): boolean => line !== '' && shown.startsWith(line.replace(/…$/u, ''));
  const training = new RegExp(`\\s*${anyOf('training')}$`, 'u');
  return text
    .split('\n')
    .filter((one) => {
      const line = one.trim();
      const isKind = [line, line.replace(training, '')].some((name) => isKindName(name, templates));
      return !isKind && !runningFoot.test(line) && !isTitle(line);
    })
    .join('\n')
    .trim();
};

/** The field that a bookmark of the house template stands for. */
export const anchoredField = (anchors: readonly string[], template: Template): string | undefined =>
  templateFields(template).find(({ id }) => anchors.includes(bookmarkName('f', id)))?.id;
