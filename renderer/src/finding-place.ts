import type { IntlShape } from 'react-intl';
import { type FieldPath, itemPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import {
  isGroup,
  type Localized,
  localized,
  markerReasonId,
  type Template,
  type TemplateField,
  templateFields,
} from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

/** What a place is named from: the form, its lists, and the values that give items their numbers. */
export type PlaceReading = {
  readonly template: Template;
  readonly vocabulary: Vocabulary;
  readonly values: FieldMap;
};

/** The fields whose values name places: lists number their items, and the lines of a budget say what they are for. */
export const placeFields = (template: Template): readonly string[] =>
  templateFields(template)
    .filter((field) => isGroup(field) || field.kind === 'budget')
    .map(({ id }) => id);

type Named = { readonly field: TemplateField; readonly isReason: boolean };

const named = (fields: readonly TemplateField[], id: string): Named | undefined => {
  const field = fields.find((candidate) => candidate.id === id);
  if (field !== undefined) return { field, isReason: false };
  const marker = fields.find(
    (candidate) => candidate.kind === 'marker' && markerReasonId(candidate.id) === id,
  );
  return marker && { field: marker, isReason: true };
};

/** The 1-based number of an item as the Editor shows it; 0 for one that is no longer in the list. */
const numberIn = (values: FieldMap, list: FieldPath, item: string): number =>
  listItems(values, list).indexOf(item as ItemId) + 1;

const capitalized = (text: string, locale: string): string => {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
};

/**
 * Where a finding is, in the words of the form and the language of the screens: "Measure and target",
 * "Results framework › Outcome 1 › Output 2 › Indicator 1: Baseline", "Human rights marker:
 * justification", "Budget: Travel, IOM". The empty text for a place that the form does not have.
 */
export const findingPlace = (intl: IntlShape, reading: PlaceReading, path: FieldPath): string => {
  const { template, vocabulary, values } = reading;
  const read = (text: Localized) => localized(text, intl.locale);
  const part = (place: string, inside: string) =>
    intl.formatMessage({ id: 'finding.place.part' }, { place, part: inside });
  const cell = (field: TemplateField, line: string, organization: string | undefined): string => {
    const category = values[subPath(field.id, line as ItemId, 'category')];
    const term = vocabulary.budgetCategories.find(({ code }) => code === category);
    const lineName = term === undefined ? String(category ?? '') : read(term.name);
    if (field.kind !== 'budget' || organization === undefined) return lineName;
    const list = field.organizationsField;
    const text = (id: string) => String(values[subPath(list, organization as ItemId, id)] ?? '').trim();
    const number = numberIn(values, list, organization);
    const name =
      text('acronym') ||
      text('name') ||
      (number > 0 ? intl.formatMessage({ id: 'finding.place.organization' }, { number }) : '');
    return [lineName, name].filter((word) => word !== '').join(', ');
  };

  const walk = (
    fields: readonly TemplateField[],
    before: FieldPath,
    [id = '', item, ...rest]: readonly string[],
    outer: string,
  ): string => {
    const here = named(fields, id);
    if (here === undefined) return outer;
    const { field, isReason } = here;
    const label = read(field.label);
    if (isReason) {
      const reason = intl.formatMessage({ id: 'finding.place.reason' });
      return part(outer === '' ? label : part(outer, label), reason);
    }
    if (item === undefined) return outer === '' ? label : part(outer, label);
    const list = before + id;
    if (field.kind === 'budget') {
      const inside = cell(field, item, rest[0] === 'amount' ? rest[1] : undefined);
      return inside === '' ? label : part(label, inside);
    }
    if (!isGroup(field)) return label;
    const number = numberIn(values, list, item);
    const name = capitalized(read(field.itemLabel), intl.locale);
    const step = number > 0 ? intl.formatMessage({ id: 'finding.place.item' }, { name, number }) : name;
    const place = intl.formatMessage(
      { id: 'finding.place.within' },
      { outer: outer === '' ? label : outer, inner: step },
    );
    return rest.length === 0 ? place : walk(field.fields, `${itemPath(list, item as ItemId)}/`, rest, place);
  };
  return walk(templateFields(template), '', path.split('/'), '');
};
