import type { DocKind } from '#shared/domain/document.ts';
import { type Language, type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { trackedParagraphs } from './deleted-text.ts';
import type { DocxPackage } from './docx-package.ts';
import { type FieldFinder, fieldFinder } from './field-keys.ts';
import {
  anchoredField,
  houseLanguage,
  isFieldAnchor,
  isHouseFile,
  unheld,
  withoutHouseWords,
  withoutRunningWords,
} from './house-file.ts';
import type { ImportWarning } from './import-result.ts';
import { bareName } from './term-match.ts';
import { type AsidePlace, stretchesOf } from './unreached-text.ts';
import {
  type DocxBlock,
  type DocxText,
  type ParagraphBlock,
  paragraphText,
  tableText,
  withoutBlankEnds,
} from './word-blocks.ts';
import { plainText } from './xml-text.ts';

/** A heading of a Word file and what stands under it, up to the next heading. */
export type WordPiece = {
  /** Its place in the file, from 0: what choices refer to. */
  readonly id: number;
  /**
   * `deleted`: what tracked changes took out; it is left out unless the person says otherwise. A text box, a formula, a
   * diagram and whatever else stands beside the running text are pieces of their own.
   */
  readonly from: 'body' | 'comment' | 'margin' | 'deleted' | 'diagram' | AsidePlace;
  /**
   * A name of the form without its number, else as it was written; empty for what stands before the first heading. Of
   * what is deleted or stands beside the text: the heading over it.
   */
  readonly heading: string;
  /** The title of the file: it has no heading, it is one. */
  readonly isTitle: boolean;
  readonly anchors: readonly string[];
  readonly blocks: readonly DocxBlock[];
  /** `blocks` as a person reads them. */
  readonly text: string;
};

export type WordPieces = {
  readonly pieces: readonly WordPiece[];
  readonly warnings: readonly ImportWarning[];
  /** Of the words of the house template; null where they do not tell it. */
  readonly language: Language | null;
  /** The kind of the house template on which it was written; null for any other file. */
  readonly houseKind: DocKind | null;
};

const longestHeading = 160;

const leadingNumber =
  /^\s*(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,6}|[A-Za-z])[.)\t:]|\d{1,2}(?=\s))[\s.)\t:–-]*/u;

/** A heading as its label reads: no number before it, no colon after it. */
export const bareHeading = (text: string): string =>
  text
    .replace(leadingNumber, '')
    .replace(/\s*:\s*$/u, '')
    .trim();

/** Whether this is a heading of the house template itself. */
const isAnchored = ({ anchors }: ParagraphBlock): boolean => anchors.some((anchor) => /^[fs]_/u.test(anchor));

/** A heading as its piece has it: a number before it is cut only where it leads to a name; others are a person's words. */
const headingOf = (text: string, isNamed: (heading: string) => boolean): string => {
  const bare = bareHeading(text);
  return unheld(isNamed(bare) ? bare : text.trim());
};

/** In a house file a heading is one in its style: a bold line is part of an answer. */
const isHeading = (block: ParagraphBlock, isHouse: boolean): boolean => {
  if (block.text.trim() === '') return false;
  if (isAnchored(block)) return true;
  if (block.text.length > longestHeading) return false;
  // Numbered headings stand in a list as well; a bold line of a list is an item of it.
  if (block.level > 0 || isHouse || block.list !== null) return block.level > 0;
  return block.isBold && !/[.;,]\s*$/u.test(block.text);
};

/** What was written into the house template stands letter by letter. */
const lineOf = (block: DocxBlock, isHouse: boolean): string => {
  if (block.block === 'table') return tableText(block);
  return isHouse && block.list === null ? block.text : paragraphText(block);
};

/** Text of blocks: lines of a list close together, paragraphs of a free file apart. */
const textOf = (blocks: readonly DocxBlock[], isHouse: boolean): string => {
  let text = '';
  let before: DocxBlock | null = null;
  const counters: number[] = [];
  for (const block of blocks) {
    const isItem = block.block === 'paragraph' && block.list !== null;
    const wasItem: boolean = before?.block === 'paragraph' && before.list !== null;
    let line = lineOf(block, isHouse);
    if (block.block === 'paragraph' && block.list?.isOrdered) {
      const { depth } = block.list;
      counters.length = depth + 1;
      counters[depth] = (counters[depth] ?? 0) + 1;
      line = line.replace(/^(\s*)- /u, `$1${counters[depth]}. `);
    } else if (!isItem) counters.length = 0;
    if (line === '' && !isHouse) continue;
    const gap = before === null ? '' : isHouse || (isItem && wasItem) ? '\n' : '\n\n';
    text += gap + line;
    before = block;
  }
  return isHouse ? withoutBlankEnds(text) : text.trim();
};

type Open = { heading: string; isTitle: boolean; anchors: readonly string[]; blocks: DocxBlock[] };

const isTitleStyle = ({ style }: ParagraphBlock): boolean => /^(?:title|título|titulo|titre)/iu.test(style);

/**
 * The heading that a free file without a title of Word's own begins with, as its title: the only one of the first
 * level, or one that stands over another heading. None where it is the name of a field or of a section.
 */
const titleHeading = (
  blocks: readonly DocxBlock[],
  isNamed: (heading: string) => boolean,
): ParagraphBlock | null => {
  const written = blocks.filter((block) => block.block === 'table' || block.text.trim() !== '');
  const paragraphs = written.filter((block) => block.block === 'paragraph');
  const headings = paragraphs.filter((block) => isHeading(block, false));
  const [first] = headings;
  if (first?.level !== 1 || paragraphs.some(isTitleStyle) || isNamed(bareHeading(first.text))) return null;
  const isOnly = headings.filter(({ level }) => level === 1).length === 1;
  const after = written[written.indexOf(first) + 1];
  return isOnly || (after !== undefined && after === headings[1]) ? first : null;
};

/** A table whose first column names fields is a form: each of its rows is a piece. */
const asForm = (block: DocxBlock, isNamed: (heading: string) => boolean): readonly Open[] | null => {
  if (block.block !== 'table') return null;
  const rows = block.rows.filter((cells) => cells.some((cell) => cell !== ''));
  if (rows.some((cells) => cells.length > 2)) return null;
  const known = rows.filter(([label = '']) => isNamed(bareHeading(label))).length;
  if (known === 0 || known < rows.length / 3) return null;
  return rows.map(([label = '', value = '']) => ({
    heading: headingOf(label, isNamed),
    isTitle: false,
    anchors: [],
    blocks: [
      {
        block: 'paragraph' as const,
        text: value,
        level: 0,
        style: '',
        isBold: false,
        list: null,
        anchors: [],
      },
    ],
  }));
};

/**
 * Cuts a Word file into pieces at its headings; real ones, bookmarked ones of the house template, and short bold
 * lines. Comments, headers and footers become pieces too, so that nothing of the text is outside of all pieces.
 */
export const piecesOf = (text: DocxText, docx: DocxPackage, templates: readonly Template[]): WordPieces => {
  const finders = templates.map((template) => fieldFinder(template));
  const open: Open[] = [{ heading: '', isTitle: false, anchors: [], blocks: [] }];
  let tables = 0;
  const isHouse = isHouseFile(text.blocks);
  const blocks = isHouse ? withoutHouseWords(text.blocks, templates) : text.blocks;
  const isSectionName = (heading: string): boolean =>
    templates.some(({ sections }) =>
      sections.some(({ title }) => Object.values(title).some((name) => bareName(name) === bareName(heading))),
    );
  const isFieldName = (heading: string): boolean =>
    finders.some((finder) => finder.find(heading) !== undefined);
  const isWholeName = (heading: string): boolean =>
    finders.some((finder) => {
      const field = finder.find(heading);
      return field !== undefined && finder.isNameOf(field, heading);
    });
  const isNamed = (heading: string): boolean => isFieldName(heading) || isSectionName(heading);
  const title = isHouse ? null : titleHeading(blocks, isNamed);
  for (const block of blocks) {
    const isAnswer = isFieldAnchor(open.at(-1)?.anchors ?? []);
    const form = isAnswer ? null : asForm(block, isFieldName);
    if (form !== null) {
      open.push(...form, { heading: '', isTitle: false, anchors: [], blocks: [] });
    } else if (
      block === title ||
      (block.block === 'paragraph' && isTitleStyle(block) && block.text.trim() !== '')
    ) {
      open.push(
        { heading: '', isTitle: true, anchors: block.anchors, blocks: [{ ...block, level: 0, list: null }] },
        { heading: '', isTitle: false, anchors: [], blocks: [] },
      );
    } else if (block.block === 'paragraph' && isHeading(block, isHouse)) {
      open.push({
        heading: headingOf(block.text, (heading) => isAnchored(block) || isNamed(heading)),
        isTitle: false,
        anchors: block.anchors,
        blocks: [],
      });
    } else {
      if (block.block === 'table' && !isAnswer) tables += 1;
      open.at(-1)?.blocks.push(block);
    }
  }
  const isSection = (heading: string, anchors: readonly string[]): boolean =>
    anchors.some((anchor) => anchor.startsWith('s_')) || isSectionName(heading);
  const body = open.flatMap(({ heading, isTitle, anchors, blocks }): readonly Omit<WordPiece, 'id'>[] => {
    const isAnswer = isFieldAnchor(anchors);
    const said = textOf(blocks, isAnswer);
    const isEmpty = said === '';
    if (isEmpty && (heading === '' || isAnswer || isSection(heading, anchors))) return [];
    if (isEmpty && isWholeName(heading)) return [];
    return [{ from: 'body', heading, isTitle, anchors, blocks, text: said }];
  });
  const marginText = (said: string): string =>
    isHouse ? withoutRunningWords(said, text.blocks, templates) : said;
  const comments = text.comments
    .filter((comment) => comment.text !== '')
    .map(({ author, text: said }) => textPiece('comment', author, said));
  const margins = docx.margins
    .map(({ part, xml }) => textPiece('margin', partName(part), marginText(plainText(xml))))
    .filter((piece) => piece.text !== '');
  const warnings: ImportWarning[] = [...text.warnings];
  if (margins.length > 0)
    warnings.push({ place: '', code: 'headers-kept', params: { count: margins.length } });
  if (tables > 0) warnings.push({ place: '', code: 'tables-as-lines', params: { count: tables } });
  const headings = new Set(open.map(({ heading }) => heading));
  const aside = [
    ...asidePieces(docx, text.reached, headings),
    ...docx.diagrams.map(({ xml }) => textPiece('diagram', '', plainText(xml))),
  ].filter((piece) => piece.text !== '');
  if (aside.length > 0) warnings.push({ place: '', code: 'aside-kept', params: { count: aside.length } });
  const deleted = [
    ...deletedPieces(docx.documentXml, '', headings),
    ...[...docx.notes, ...docx.margins].flatMap(({ part, xml }) =>
      deletedPieces(xml, partName(part), new Set()),
    ),
  ];
  const pieces = [...body, ...aside, ...comments, ...margins, ...deleted].map((piece, id) => ({
    ...piece,
    id,
  }));
  return {
    pieces,
    warnings,
    language: isHouse ? houseLanguage(text.blocks) : null,
    houseKind: isHouse ? kindOfPieces(pieces, templates) : null,
  };
};

const partName = (part: string): string => part.replace(/^word\/|\.xml$/gu, '');

/** The heading that a paragraph is, without its number or with it; undefined where it is none of them. */
const headingIn = (said: string, headings: ReadonlySet<string>): string | undefined =>
  [unheld(said), unheld(bareHeading(said))].find((one) => one !== '' && headings.has(one));

/** What stands beside the running text and was not reached with it: a piece for each place. */
const asidePieces = (
  { numbered }: DocxPackage,
  reached: ReadonlySet<number>,
  headings: ReadonlySet<string>,
): readonly Omit<WordPiece, 'id'>[] =>
  numbered.flatMap(({ xml, first, count }) => {
    const isWhole = Array.from({ length: count }, (_, at) => first + at).every((one) => reached.has(one));
    if (isWhole && !/<[am]:t[ >]/u.test(xml)) return [];
    let heading = '';
    return stretchesOf(xml, first, reached).flatMap(({ at, text }) => {
      if (at !== 'running') return [textPiece(at, heading, text)];
      heading = headingIn(text, headings) ?? heading;
      return [];
    });
  });

/** What tracked changes took out of a part: a piece for each of its headings, beginning under `first`. */
const deletedPieces = (
  xml: string,
  first: string,
  headings: ReadonlySet<string>,
): readonly Omit<WordPiece, 'id'>[] => {
  const under = new Map<string, string[]>();
  let heading = first;
  for (const { said, deleted } of trackedParagraphs(xml)) {
    heading = headingIn(said, headings) ?? heading;
    if (deleted !== '') under.set(heading, [...(under.get(heading) ?? []), deleted]);
  }
  return [...under].map(([at, texts]) => textPiece('deleted', at, texts.join('\n')));
};

const textPiece = (
  from: Exclude<WordPiece['from'], 'body'>,
  heading: string,
  text: string,
): Omit<WordPiece, 'id'> => ({
  from,
  heading,
  isTitle: false,
  anchors: [],
  blocks: [],
  text,
});

/** Where a piece seems to belong. `anchor`: the house template says so; `label`: its heading is a name of the field. */
export type Placement = { readonly field: string; readonly by: 'anchor' | 'label' | 'similar' };

/** Words that two names share, from 0 to 1 (Dice). */
const likeness = (a: string, b: string): number => {
  const wordsA = new Set(a.split(' ').filter((word) => word.length > 2));
  const wordsB = new Set(b.split(' ').filter((word) => word.length > 2));
  const common = [...wordsA].filter((word) => wordsB.has(word)).length;
  return wordsA.size + wordsB.size === 0 ? 0 : (2 * common) / (wordsA.size + wordsB.size);
};

const leastLikeness = 0.6;

const takesText = ({ kind }: TemplateField): boolean => kind !== 'attachments';

const similarField = (
  { heading, blocks }: WordPiece,
  template: Template,
  finder: FieldFinder,
): TemplateField | null => {
  const bare = bareName(bareHeading(heading));
  const hasTable = blocks.some(({ block }) => block === 'table');
  if (bare === '') return null;
  let best: { readonly field: TemplateField; readonly like: number } | null = null;
  let isTied = false;
  const offer = (field: TemplateField, name: string) => {
    const like = likeness(bare, name);
    if (like < leastLikeness) return;
    if (best === null || like > best.like) {
      best = { field, like };
      isTied = false;
    } else if (like === best.like && field !== best.field) isTied = true;
  };
  for (const [name, field] of finder.names()) offer(field, name);
  for (const { title, fields } of template.sections) {
    const long = fields.filter(({ kind }) => kind === 'longText');
    // Under the name of the section a table is the budget, and words are what is said of it.
    const budget = hasTable ? fields.find(({ kind }) => kind === 'budget') : undefined;
    const meant = budget ?? (long.length === 1 ? long[0] : undefined);
    if (meant !== undefined) for (const name of Object.values(title)) offer(meant, bareName(name));
  }
  return best === null || isTied ? null : (best as { readonly field: TemplateField }).field;
};

/** Proposes a field for each piece, by anchor, by name, or by a similar name; none for the rest. */
export const placePieces = (
  pieces: readonly WordPiece[],
  template: Template,
): ReadonlyMap<number, Placement> => {
  const finder = fieldFinder(template);
  const ids = new Set(
    templateFields(template)
      .filter(takesText)
      .map(({ id }) => id),
  );
  const placed = new Map<number, Placement>();
  const place = (piece: WordPiece): Placement | null => {
    if (piece.from !== 'body') return null;
    const anchored = anchoredField(piece.anchors, template);
    if (anchored !== undefined && ids.has(anchored)) return { field: anchored, by: 'anchor' };
    if (piece.isTitle) return { field: template.titleField, by: 'similar' };
    const named = finder.find(piece.heading);
    if (named !== undefined && ids.has(named.id)) return { field: named.id, by: 'label' };
    const similar = similarField(piece, template, finder);
    return similar !== null && ids.has(similar.id) ? { field: similar.id, by: 'similar' } : null;
  };
  for (const piece of pieces) {
    const found = place(piece);
    if (found !== null) placed.set(piece.id, found);
  }
  return placed;
};

/** The kind whose form most pieces find a place in; anchors decide before names. */
export const kindOfPieces = (pieces: readonly WordPiece[], templates: readonly Template[]): DocKind => {
  const weight = { anchor: 100, label: 3, similar: 1 } as const;
  const scored = templates.map((template) => ({
    kind: template.kind,
    score: [...placePieces(pieces, template).values()].reduce((sum, { by }) => sum + weight[by], 0),
  }));
  return scored.sort((a, b) => b.score - a.score)[0]?.kind ?? 'concept-note';
};
