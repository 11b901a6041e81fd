import { isAnswered, isFilled } from './answered.ts';
import { checkItemCount, checkLimits } from './check-limits.ts';
import { checkAmount, checkAttachmentPart, checkText, checkValue, type ValueProblem } from './check-value.ts';
import { holds, isAsked } from './condition.ts';
import { fieldParts, perField } from './field-parts.ts';
import { type FieldPath, subPath } from './field-path.ts';
import type { FieldMap, FieldValue } from './field-value.ts';
import type { Finding } from './finding.ts';
import { listItems } from './list-items.ts';
import { afresh, type Recall } from './recall.ts';
import { runRules } from './rules/run-rules.ts';
import {
  type GroupField,
  isGroup,
  markerReasonId,
  type Template,
  type TemplateField,
  templateFields,
} from './template.ts';
import { fieldAt, type PathMeaning } from './template-paths.ts';
import type { Vocabulary } from './vocabulary.ts';

const asFinding = (path: FieldPath, problem: ValueProblem): Finding => ({
  path,
  code: problem.code,
  severity: 'error',
  source: 'official',
  params: problem.params,
});

/** What a check reads: the document, the lists to choose from, and what was worked out of its texts before. */
type Reading = { readonly values: FieldMap; readonly vocabulary: Vocabulary; readonly recall: Recall };

const missing = (path: FieldPath, field: TemplateField, { values }: Reading): readonly Finding[] => {
  const requirement = field.required;
  if (requirement === undefined || !holds(requirement.when, values)) return [];
  const { severity, source } = requirement;
  return [{ path, code: 'required', severity, source, params: {} }];
};

/**
 * One scalar or set at `path`. The marker's justification counts as part of the marker: a score
 * without one is missing its better half.
 */
const checkLeaf = (path: FieldPath, field: TemplateField, reading: Reading): readonly Finding[] => {
  const { values, vocabulary, recall } = reading;
  const value = values[path];
  if (value === undefined || !isFilled(value)) return missing(path, field, reading);
  const problem = checkValue(field, value, vocabulary);
  if (problem) return [asFinding(path, problem)];
  const overstepped = checkLimits(path, field.limits ?? [], value, recall);
  if (field.kind !== 'marker') return overstepped;
  const reasonPath = markerReasonId(path);
  return [...overstepped, ...(isFilled(values[reasonPath]) ? [] : missing(reasonPath, field, reading))];
};

const checkGroup = (path: FieldPath, group: GroupField, reading: Reading): readonly Finding[] => {
  const items = listItems(reading.values, path);
  if (items.length === 0) return missing(path, group, reading);
  return [
    ...checkItemCount(path, group.limits ?? [], items.length),
    ...items.flatMap((item) =>
      group.fields.flatMap((field) => checkField(subPath(path, item, field.id), field, reading)),
    ),
  ];
};

const checkAttachments = (path: FieldPath, field: TemplateField, reading: Reading): readonly Finding[] => {
  const items = listItems(reading.values, path);
  if (items.length === 0) return missing(path, field, reading);
  return checkItemCount(path, field.limits ?? [], items.length);
};

const checkField = (path: FieldPath, field: TemplateField, reading: Reading): readonly Finding[] => {
  if (isGroup(field)) return checkGroup(path, field, reading);
  if (field.kind === 'attachments') return checkAttachments(path, field, reading);
  if (field.kind === 'budget') {
    return isAnswered(field, reading.values) ? [] : missing(path, field, reading);
  }
  return checkLeaf(path, field, reading);
};

/** What a value breaks at a place that means this. */
const problemAs = (meaning: PathMeaning, value: FieldValue, vocabulary: Vocabulary): ValueProblem | null => {
  switch (meaning.at) {
    case 'field':
      return checkValue(meaning.field, value, vocabulary);
    case 'item':
      return value === true ? null : { code: 'wrong-kind', params: {} };
    case 'attachmentPart':
      return meaning.field.kind === 'attachments'
        ? checkAttachmentPart(meaning.field, meaning.part, value)
        : null;
    case 'budgetAmount':
      return checkAmount(value);
    case 'budgetCategory': {
      const known = vocabulary.budgetCategories.some((term) => term.code === value);
      return known ? null : { code: 'not-an-option', params: { value: String(value) } };
    }
    case 'markerReason':
    case 'position':
    case 'budgetDescription':
      return checkText(value);
  }
};

/** What a value breaks at its place, whether or not the place is asked now; null when nothing. */
export const problemAt = (
  template: Template,
  path: FieldPath,
  value: FieldValue,
  vocabulary: Vocabulary,
): ValueProblem | null => {
  const meaning = fieldAt(template, path);
  return meaning === undefined
    ? { code: 'no-longer-asked', params: {} }
    : problemAs(meaning, value, vocabulary);
};

/** Problems of the parts of a budget, and values at places that the template no longer has. */
const checkPlaces = perField((part, _field, template: Template, vocabulary: Vocabulary): readonly Finding[] =>
  Object.entries(part).flatMap(([path, value]): readonly Finding[] => {
    const meaning = fieldAt(template, path);
    if (meaning === undefined) {
      return [{ path, code: 'no-longer-asked', severity: 'hint', source: 'official', params: {} }];
    }
    if (meaning.at === 'field') return [];
    const problem = problemAs(meaning, value, vocabulary);
    return problem ? [asFinding(path, problem)] : [];
  }),
);

/** What the rules add; of a place that is said to be empty, they do not say it again. */
const byRules = (
  template: Template,
  { values, recall }: Reading,
  said: readonly Finding[],
): readonly Finding[] => {
  const empty = new Set(said.filter(({ code }) => code === 'required').map(({ path }) => path));
  return runRules(template, values, recall).filter(({ path }) => !empty.has(path));
};

/**
 * Everything the checks have to say about a document: requirements, kinds, limits and the template's
 * rules, in the order of the form. The window and the server run this same function. Nothing in it
 * reads a clock; rules about days left take them as parameters elsewhere. `recall`: for whoever checks
 * at every key; the answer is the same without.
 */
export const validate = (
  template: Template,
  values: FieldMap,
  vocabulary: Vocabulary,
  recall: Recall = afresh,
): readonly Finding[] => {
  const reading = { values, vocabulary, recall };
  const said = [
    ...templateFields(template)
      .filter((field) => isAsked(field, values))
      .flatMap((field) => checkField(field.id, field, reading)),
    ...[...fieldParts(values).keys()].flatMap((field) => checkPlaces(values, field, template, vocabulary)),
  ];
  return [...said, ...byRules(template, reading, said)];
};
