import { attachmentsIn } from '#shared/domain/attachment.ts';
import { holds } from '#shared/domain/condition.ts';
import { setKinds } from '#shared/domain/field-kinds.ts';
import { type FieldPath, subPath } from '#shared/domain/field-path.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { type GroupField, isGroup, markerReasonId, type TemplateField } from '#shared/domain/template.ts';
import type { Block } from './block.ts';
import { budgetBlock } from './budget-block.ts';
import { documentWords } from './document-words.ts';
import { capitalized, itemRows } from './item-rows.ts';
import type { Reading } from './reading.ts';
import { resultsBlock } from './results-block.ts';
import { label, line, lines } from './text.ts';
import { valueTexts } from './value-texts.ts';

/** More columns than this do not stand side by side on a page. */
const mostColumns = 6;

/**
 * Whether a copy shows a sub-field. Of people, without their contacts, only what was chosen and not what was
 * written: a country and a state are no one's name.
 */
export const isShown = (group: GroupField, field: TemplateField, { withContacts }: Reading): boolean =>
  withContacts ||
  (field.personal !== true &&
    (group.kind !== 'people' ||
      ['country', 'countries', 'choice', 'choices', 'yesNo', 'date', 'month'].includes(field.kind)));

const isCellKind = (field: TemplateField): boolean =>
  !isGroup(field) && field.kind !== 'marker' && field.kind !== 'attachments' && field.kind !== 'budget';

const groupBlocks = (group: GroupField, list: FieldPath, reading: Reading): readonly Block[] => {
  const { language, values } = reading;
  const results = resultsBlock(group, list, reading);
  if (results !== null) return results.results.length === 0 ? [] : [results];
  const fields = group.fields.filter((field) => isShown(group, field, reading));
  if (fields.length <= mostColumns && fields.every(isCellKind)) {
    const rows = itemRows(list, fields, reading);
    const [only] = fields;
    if (rows.length === 0) return [];
    if (fields.length === 1 && only?.kind === 'shortText')
      return [{ block: 'list', items: rows.flatMap(([cell]) => cell?.lines ?? []) }];
    return [{ block: 'table', head: fields.map((field) => label(field.label, language)), rows }];
  }
  const items = listItems(values, list).map((item, index) => {
    const name = label(group.itemLabel, language);
    const parts = fields
      .map((field) => ({
        label: label(field.label, language),
        blocks: blocksAt(field, subPath(list, item, field.id), reading),
      }))
      .filter(({ blocks }) => blocks.length > 0);
    return { name: { ...name, text: `${capitalized(name.text)} ${index + 1}` }, parts };
  });
  return items.length === 0 ? [] : [{ block: 'items', items }];
};

const markerBlocks = (
  field: Extract<TemplateField, { kind: 'marker' }>,
  path: FieldPath,
  { values, language, writtenLanguage }: Reading,
): readonly Block[] => {
  const score = values[path];
  const at = path.lastIndexOf('/');
  const reason = values[`${path.slice(0, at + 1)}${markerReasonId(field.id)}`];
  const why = typeof reason === 'string' ? lines(reason, writtenLanguage) : [];
  if (typeof score !== 'number' && why.length === 0) return [];
  const meaning = typeof score === 'number' ? field.scores[score] : undefined;
  return [
    {
      block: 'marker',
      score: typeof score === 'number' ? score : null,
      meaning: meaning === undefined ? null : label(meaning, language),
      reason: why,
      reasonLabel: documentWords(language).reason,
    },
  ];
};

const blocksAt = (field: TemplateField, path: FieldPath, reading: Reading): readonly Block[] => {
  if (isGroup(field)) return groupBlocks(field, path, reading);
  if (field.kind === 'budget') return budgetBlock(field, path, reading);
  if (field.kind === 'marker') return markerBlocks(field, path, reading);
  if (field.kind === 'attachments') {
    const names = attachmentsIn(reading.values, path).map(({ name }) => line(name, reading.writtenLanguage));
    return names.length === 0 ? [] : [{ block: 'files', names }];
  }
  const texts = valueTexts(field, reading.values[path], reading);
  if (texts.length === 0) return [];
  return setKinds.includes(field.kind) && texts.length > 1
    ? [{ block: 'list', items: texts }]
    : [{ block: 'paragraphs', lines: texts, isLong: field.kind === 'longText' }];
};

/** The answer to a question of the form, in blocks; none where there is no answer. */
export const fieldBlocks = (field: TemplateField, reading: Reading): readonly Block[] =>
  holds(field.shownWhen, reading.values) ? blocksAt(field, field.id, reading) : [];
