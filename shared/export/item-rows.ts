import { type FieldPath, subPath } from '#shared/domain/field-path.ts';
import { listItems } from '#shared/domain/list-items.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import type { Cell } from './block.ts';
import type { Reading } from './reading.ts';
import { valueTexts } from './value-texts.ts';

const numberKinds: ReadonlySet<TemplateField['kind']> = new Set(['integer', 'money']);

const cellAt = (field: TemplateField, path: FieldPath, reading: Reading): Cell => ({
  lines: valueTexts(field, reading.values[path], reading),
  isNumber: numberKinds.has(field.kind),
});

/** The rows of a group whose sub-fields hold no groups: one for each item, a cell for each of `fields`. */
export const itemRows = (
  list: FieldPath,
  fields: readonly TemplateField[],
  reading: Reading,
): readonly (readonly Cell[])[] =>
  listItems(reading.values, list)
    .map((item) => fields.map((field) => cellAt(field, subPath(list, item, field.id), reading)))
    .filter((cells) => cells.some((cell) => cell.lines.length > 0));

/** With a capital at its beginning, as the name of an item in a heading. */
export const capitalized = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
