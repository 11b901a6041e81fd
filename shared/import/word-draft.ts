import {
  isGroup,
  type LeafField,
  markerReasonId,
  type Template,
  type TemplateField,
  templateFields,
} from '#shared/domain/template.ts';
import { DraftBuilder, isLabelOf, leavesOf, partPath } from './draft-builder.ts';
import { type FieldFinder, fieldFinder } from './field-keys.ts';
import { isFieldAnchor } from './house-file.ts';
import type { DocumentDraft } from './import-result.ts';
import { putBudget } from './put-budget.ts';
import { putResults } from './put-results.ts';
import type { ValueReader } from './read-value.ts';
import { type DocxBlock, type TableRows, tableText, withoutBlankEnds } from './word-blocks.ts';
import type { Placement, WordPiece } from './word-pieces.ts';

/** What the person decided for a piece. Without a decision it is kept under "Not yet placed". */
export type PieceChoice =
  | { readonly do: 'place'; readonly field: string; readonly how: 'append' | 'replace' }
  | { readonly do: 'leave-out' };

export type PieceChoices = Readonly<Record<number, PieceChoice>>;

const isTable = (block: DocxBlock): block is TableRows => block.block === 'table';

/** What stands for "nothing" in a cell of a free file; in the house template that is an empty cell. */
const isDash = (cell: string): boolean => cell.trim() === '—';

/** A table whose head names parts of the group: one item a row. False where it is another table. */
const putItemTable = (
  draft: DraftBuilder,
  field: TemplateField,
  place: string,
  table: TableRows,
  isHouse: boolean,
): boolean => {
  const leaves = leavesOf(field);
  const [head = [], ...rows] = table.rows;
  const columns = head.map((cell) => leaves.find((leaf) => isLabelOf(leaf, cell)));
  if (columns.every((column) => column === undefined) || rows.length === 0) return false;
  for (const cells of rows) {
    if (cells.every((cell) => cell.trim() === '' || (isDash(cell) && !isHouse))) continue;
    const item = draft.addItem(field.id);
    cells.forEach((cell, index) => {
      const column = columns[index];
      const label = `${place}, ${head[index] ?? index + 1}`;
      if (isDash(cell) && !isHouse) return;
      if (column === undefined) draft.keep(label, cell);
      else draft.put(column, partPath(item, column.id), label, cell);
    });
  }
  return true;
};

/** Items as the house template writes them: a name, then labels with their answers. */
const putItems = (
  draft: DraftBuilder,
  field: TemplateField,
  place: string,
  blocks: readonly DocxBlock[],
): boolean => {
  if (!blocks.some((block) => block.block === 'paragraph' && block.style === 'AnswerLabel')) return false;
  const leaves = leavesOf(field);
  let item: string | null = null;
  let part: LeafField | null = null;
  const answers: { readonly path: string; readonly part: LeafField; readonly lines: string[] }[] = [];
  const rest: string[] = [];
  for (const block of blocks) {
    const style = block.block === 'paragraph' ? block.style : '';
    if (block.block === 'paragraph' && style === 'ItemName') {
      item = draft.addItem(field.id);
      part = null;
    } else if (block.block === 'paragraph' && style === 'AnswerLabel' && item !== null) {
      part = leaves.find((leaf) => isLabelOf(leaf, block.text)) ?? null;
      if (part === null) rest.push(block.text);
      else answers.push({ path: partPath(item, part.id), part, lines: [] });
    } else {
      const text =
        block.block === 'paragraph' ? block.text : block.rows.map((row) => row.join(' | ')).join('\n');
      if (part === null) rest.push(text);
      else answers.at(-1)?.lines.push(text);
    }
  }
  for (const { path, part: leaf, lines } of answers)
    draft.put(leaf, path, place, withoutBlankEnds(lines.join('\n')));
  draft.keep(place, rest.join('\n').trim());
  return true;
};

/** A group takes a table or items of the house template, or else one item a line of a plain list. */
const putGroupPiece = (draft: DraftBuilder, field: TemplateField, piece: WordPiece, place: string): void => {
  const isHouse = isFieldAnchor(piece.anchors);
  const tables = piece.blocks.filter(isTable);
  const others = piece.blocks.filter((block) => !isTable(block));
  if (putItems(draft, field, place, piece.blocks)) return;
  const unplaced = tables.filter(
    (table) =>
      !(isGroup(field) && putResults(draft, field, place, table)) &&
      !putItemTable(draft, field, place, table, isHouse),
  );
  for (const table of unplaced) draft.keep(place, tableText(table));
  const lines = others.flatMap((block) => (block.block === 'paragraph' ? block.text.split('\n') : []));
  const [name] = leavesOf(field);
  const plain = piece.blocks.length === 0 ? piece.text.split('\n') : lines;
  for (const line of plain) {
    if (line.trim() === '' || (isDash(line) && !isHouse)) continue;
    if (name?.kind === 'shortText' && line.length <= 250) {
      const item = draft.addItem(field.id);
      draft.put(name, partPath(item, name.id), place, isHouse ? line : line.trim());
    } else draft.keep(place, line);
  }
};

/** A marker: its score, then why. */
const putMarker = (draft: DraftBuilder, field: LeafField, piece: WordPiece, place: string): void => {
  const texts = piece.blocks.map((block) => (block.block === 'table' ? tableText(block) : block.text));
  const at = piece.blocks.findIndex((block) => block.block === 'paragraph' && block.style === 'AnswerLabel');
  const [first = '', ...rest] =
    at < 0 ? piece.text.split('\n') : [texts.slice(0, at).join('\n'), ...texts.slice(at + 1)];
  draft.put(field, field.id, place, first);
  const reason = withoutBlankEnds(rest.join('\n'));
  if (reason !== '') draft.append(reasonField(field), markerReasonId(field.id), place, reason);
};

const reasonField = (marker: LeafField): LeafField => ({
  id: markerReasonId(marker.id),
  kind: 'longText',
  label: marker.label,
});

const putShort = (draft: DraftBuilder, field: LeafField, piece: WordPiece, place: string): void => {
  const isText = field.kind === 'shortText';
  const text = !isText ? piece.text.replace(/^\s*(?:- |\d+\. (?=\D))/gmu, '') : piece.text;
  draft.put(field, field.id, place, text);
};

/** Whose words the heading of a piece is, over the field that the piece is put into. */
type HeadingWords =
  /** The form's, or the reader's. */
  | 'not-own'
  /** A name of the field, and more. */
  | 'name-and-own'
  /** The person's. */
  | 'own';

const headingWords = (
  { heading, from, isTitle }: WordPiece,
  field: TemplateField,
  placement: Placement | undefined,
  finder: FieldFinder,
): HeadingWords => {
  const by = placement?.field === field.id ? placement.by : null;
  const canBeOwn = (from === 'body' || from === 'comment') && !isTitle && heading !== '';
  if (!canBeOwn || by === 'anchor' || finder.isNameOf(field, heading)) return 'not-own';
  return by === 'label' ? 'name-and-own' : 'own';
};

const putPiece = (draft: DraftBuilder, field: TemplateField, piece: WordPiece, words: HeadingWords): void => {
  const place = piece.heading || field.label.en;
  if (field.kind === 'longText') {
    const text = words === 'own' ? `${piece.heading}\n${piece.text}` : piece.text;
    draft.append(field, field.id, place, withoutBlankEnds(text));
  } else if (isGroup(field)) putGroupPiece(draft, field, piece, place);
  else if (field.kind === 'budget') putBudget(draft, field, piece, place);
  else if (field.kind === 'attachments') draft.keep(place, piece.text);
  else if (field.kind === 'marker') putMarker(draft, field, piece, place);
  else putShort(draft, field, piece, place);
  const isInText = field.kind === 'longText' && words === 'own';
  if (words !== 'not-own' && !isInText) draft.keep(place, piece.heading);
};

/**
 * The draft of a Word file after the person's choices. What has no choice is kept under its heading; only what the
 * person chose to leave out is left out.
 */
export const draftOfWord = (
  pieces: readonly WordPiece[],
  choices: PieceChoices,
  proposed: ReadonlyMap<number, Placement>,
  template: Template,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const draft = new DraftBuilder(template, reader);
  const fields = templateFields(template);
  const finder = fieldFinder(template);
  const done = new Set<number>();
  const keep = (piece: WordPiece) => {
    done.add(piece.id);
    draft.keep(piece.heading, piece.text === '' ? piece.heading : piece.text);
  };
  for (const field of fields) {
    const here = pieces.filter((piece) => {
      const choice = choices[piece.id];
      return choice?.do === 'place' && choice.field === field.id;
    });
    const replacing = here.findLastIndex((piece) => {
      const choice = choices[piece.id];
      return choice?.do === 'place' && choice.how === 'replace';
    });
    here.forEach((piece, index) => {
      if (index < replacing) {
        keep(piece);
        return;
      }
      done.add(piece.id);
      putPiece(draft, field, piece, headingWords(piece, field, proposed.get(piece.id), finder));
    });
  }
  for (const piece of pieces) {
    if (!done.has(piece.id) && choices[piece.id]?.do !== 'leave-out') keep(piece);
  }
  return draft.build(origin);
};

/** What the review begins with: every proposal taken, and what tracked changes took out left out. */
export const choicesOf = (
  pieces: readonly WordPiece[],
  proposed: ReadonlyMap<number, Placement>,
): PieceChoices => {
  const first = pieces.flatMap(({ id, from }): readonly (readonly [number, PieceChoice])[] => {
    const placement = proposed.get(id);
    if (placement !== undefined) return [[id, { do: 'place', field: placement.field, how: 'append' }]];
    return from === 'deleted' ? [[id, { do: 'leave-out' }]] : [];
  });
  return Object.fromEntries(first);
};
