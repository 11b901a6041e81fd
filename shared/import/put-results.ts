import type { FieldPath } from '#shared/domain/field-path.ts';
import type { GroupField, LeafField } from '#shared/domain/template.ts';
import { type ResultsShape, resultsShape } from '#shared/export/results-block.ts';
import { type DraftBuilder, isLabelOf, leavesOf, partPath } from './draft-builder.ts';
import { unheld } from './house-file.ts';
import { bareName } from './term-match.ts';
import { type TableRows, withoutBlankEnds } from './word-blocks.ts';

/** A row over the whole width: an outcome or an output. */
type Band = { readonly level: number; readonly lines: readonly string[] };

/** "Outcome 1. We …" and "Output 1.2": its level by its number, and what it says. Null where it is no such row. */
const readBand = (text: string, labels: ReadonlySet<string>): Band | null => {
  const [first = '', ...rest] = text.split('\n');
  const found = /^[\u200e\u200f]?(\D+?)\s(\d{1,3}(?:\.\d{1,3}){0,8})[\u200e\u200f]?(?:\.\s(.*))?$/su.exec(
    first,
  );
  if (found === null || !labels.has(bareName(found[1] ?? ''))) return null;
  const statement = found[3] === undefined ? [] : [found[3]];
  return { level: (found[2] ?? '').split('.').length, lines: [...statement, ...rest] };
};

/** The last lines that say something else of a result: "Responsible organization: …". */
const takeFacts = (lines: readonly string[], others: readonly LeafField[]) => {
  const statement = [...lines];
  const facts: { readonly field: LeafField; readonly text: string }[] = [];
  for (const field of others.toReversed()) {
    const last = statement.at(-1) ?? '';
    const [, label = '', said = ''] =
      /^[\u200e\u200f]?(.*?)[\u200e\u200f]?(?:\u00a0?: |：)(.*)$/su.exec(last) ?? [];
    if (!Object.values(field.label).includes(label)) continue;
    facts.push({ field, text: unheld(said) });
    statement.pop();
  }
  return { statement: withoutBlankEnds(statement.map(unheld).join('\n')), facts };
};

const shapesOf = (shape: ResultsShape): readonly ResultsShape[] =>
  shape.parts === null ? [shape] : [shape, ...shapesOf(shape.parts.shape)];

const itemLabels = (group: GroupField, shape: ResultsShape): readonly string[] => [
  ...Object.values(group.itemLabel).map(bareName),
  ...(shape.parts === null ? [] : itemLabels(shape.parts.group, shape.parts.shape)),
];

/**
 * A results framework as the house template writes it: a row over the whole width for each outcome and output, under
 * it its indicators. False where the table is another one.
 */
export const putResults = (
  draft: DraftBuilder,
  group: GroupField,
  place: string,
  table: TableRows,
): boolean => {
  const whole = resultsShape(group);
  if (whole === null) return false;
  const labels = new Set(itemLabels(group, whole));
  const shapes = shapesOf(whole);
  const [head = [], ...rows] = table.rows;
  const columns = head.map((cell) => leavesOf(whole.indicators).find((leaf) => isLabelOf(leaf, cell)));
  if (columns.every((column) => column === undefined)) return false;
  if (!rows.some((cells) => cells.length === 1 && readBand(cells[0] ?? '', labels) !== null)) return false;
  const open: FieldPath[] = [];
  for (const cells of rows) {
    const band = cells.length === 1 ? readBand(cells[0] ?? '', labels) : null;
    if (band !== null && band.level <= Math.min(shapes.length, open.length + 1)) {
      const shape = shapes[band.level - 1] ?? whole;
      const above = open[band.level - 2];
      const list =
        above === undefined ? group.id : partPath(above, shapes[band.level - 2]?.parts?.group.id ?? '');
      open.length = band.level - 1;
      open.push(draft.addItem(list));
      const item = open.at(-1) ?? '';
      const { statement, facts } = takeFacts(band.lines, shape.others);
      draft.put(shape.statement, partPath(item, shape.statement.id), place, statement);
      for (const { field, text } of facts) draft.put(field, partPath(item, field.id), place, text);
      continue;
    }
    const above = open.at(-1);
    if (cells.length === 1 || above === undefined) {
      draft.keep(place, cells.join(' | '));
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    const item = draft.addItem(partPath(above, whole.indicators.id));
    cells.forEach((cell, index) => {
      const column = columns[index];
      const label = `${place}, ${head[index] ?? index + 1}`;
      if (column === undefined) draft.keep(label, cell);
      else draft.put(column, partPath(item, column.id), label, cell);
    });
  }
  return true;
};
