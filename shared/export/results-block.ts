import { type FieldPath, subPath } from '#shared/domain/field-path.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { type GroupField, isGroup, type LeafField, type TemplateField } from '#shared/domain/template.ts';
import type { Fact, Result, ResultsBlock } from './block.ts';
import { capitalized, itemRows } from './item-rows.ts';
import type { Reading } from './reading.ts';
import { label, line } from './text.ts';
import { valueTexts } from './value-texts.ts';

/** A group whose items each say one thing, measure it, and may hold parts of the same shape. */
export type ResultsShape = {
  readonly statement: LeafField;
  readonly others: readonly LeafField[];
  readonly indicators: GroupField;
  readonly parts: { readonly group: GroupField; readonly shape: ResultsShape } | null;
};

const ids = (group: GroupField): string => group.fields.map(({ id }) => id).join(' ');

/** The shape of a results framework in a group; null where it has another one. */
export const resultsShape = (group: GroupField): ResultsShape | null => {
  const groups = group.fields.filter(isGroup);
  const [statement, ...others] = group.fields.filter((field): field is LeafField => !isGroup(field));
  const indicators = groups.find(({ fields }) => !fields.some(isGroup));
  if (statement === undefined || indicators === undefined || groups.length > 2) return null;
  const below = groups.find((one) => one !== indicators);
  if (below === undefined) return { statement, others, indicators, parts: null };
  const shape = resultsShape(below);
  if (shape === null || ids(shape.indicators) !== ids(indicators)) return null;
  return { statement, others, indicators, parts: { group: below, shape } };
};

const resultsAt = (
  group: GroupField,
  shape: ResultsShape,
  list: FieldPath,
  above: string,
  level: number,
  reading: Reading,
): readonly Result[] =>
  listItems(reading.values, list).flatMap((item, index) => {
    const { values, language } = reading;
    const at = (field: TemplateField): FieldPath => subPath(list, item, field.id);
    const number = `${above}${index + 1}`;
    const name = label(group.itemLabel, language);
    const facts = shape.others.flatMap((field): readonly Fact[] => {
      const value = valueTexts(field, values[at(field)], reading);
      return value.length === 0 ? [] : [{ label: label(field.label, language), value }];
    });
    const own: Result = {
      level,
      name: line(`${capitalized(name.text)} ${number}`, name.language),
      statement: valueTexts(shape.statement, values[at(shape.statement)], reading),
      facts,
      indicators: itemRows(at(shape.indicators), shape.indicators.fields, reading),
    };
    const { parts } = shape;
    const below =
      parts === null
        ? []
        : resultsAt(parts.group, parts.shape, at(parts.group), `${number}.`, level + 1, reading);
    return [own, ...below];
  });

/** A results framework where the group has its shape (outcomes with indicators and outputs); else null. */
export const resultsBlock = (group: GroupField, list: FieldPath, reading: Reading): ResultsBlock | null => {
  const shape = resultsShape(group);
  if (shape === null) return null;
  return {
    block: 'results',
    head: shape.indicators.fields.map((field) => label(field.label, reading.language)),
    results: resultsAt(group, shape, list, '', 1, reading),
  };
};
