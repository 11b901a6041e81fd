import { isAnswered, isFilled } from './answered.ts';
import { checkItemCount, checkLimits } from './check-limits.ts';
import { checkAmount, checkAttachmentPart, checkText, checkValue, type ValueProblem } from './check-value.ts';
import { holds, isAsked } from './condition.ts';
import { type FieldPath, subPath } from './field-path.ts';
import type { FieldMap, FieldValue } from './field-value.ts';
import type { Finding } from './finding.ts';
import { listItems } from './list-items.ts';
import { runRules } from './rules/run-rules.ts';
import {
  type GroupField,
  isGroup,
  markerReasonId,
  type Template,
  type TemplateField,
  templateFields,
} from './template.ts';
import { fieldAt } from './template-paths.ts';
import type { Vocabulary } from './vocabulary.ts';

const asFinding = (path: FieldPath, problem: ValueProblem): Finding => ({
  path,
  code: problem.code,
  severity: 'error',
  source: 'official',
  params: problem.params,
});

const missing = (path: FieldPath, field: TemplateField, values: FieldMap): readonly Finding[] => {
  const requirement = field.required;
  if (requirement === undefined || !holds(requirement.when, values)) return [];
  const { severity, source } = requirement;
  return [{ path, code: 'required', severity, source, params: {} }];
};

/**
 * One scalar or set at `path`. The marker's justification counts as part of the marker: a score
 * without one is missing its better half.
 */
const checkLeaf = (
  path: FieldPath,
  field: TemplateField,
  values: FieldMap,
  vocabulary: Vocabulary,
): readonly Finding[] => {
  const value = values[path];
  if (value === undefined || !isFilled(value)) return missing(path, field, values);
  const problem = checkValue(field, value, vocabulary);
  if (problem) return [asFinding(path, problem)];
  const overstepped = checkLimits(path, field.limits ?? [], value);
  if (field.kind !== 'marker') return overstepped;
  const reasonPath = markerReasonId(path);
  return [...overstepped, ...(isFilled(values[reasonPath]) ? [] : missing(reasonPath, field, values))];
};

const checkGroup = (
  path: FieldPath,
  group: GroupField,
  values: FieldMap,
  vocabulary: Vocabulary,
): readonly Finding[] => {
  const items = listItems(values, path);
  if (items.length === 0) return missing(path, group, values);
  return [
    ...checkItemCount(path, group.limits ?? [], items.length),
    ...items.flatMap((item) =>
      group.fields.flatMap((field) => checkField(subPath(path, item, field.id), field, values, vocabulary)),
    ),
  ];
};

const checkAttachments = (path: FieldPath, field: TemplateField, values: FieldMap): readonly Finding[] => {
  const items = listItems(values, path);
  if (items.length === 0) return missing(path, field, values);
  return checkItemCount(path, field.limits ?? [], items.length);
};

const checkField = (
  path: FieldPath,
  field: TemplateField,
  values: FieldMap,
  vocabulary: Vocabulary,
): readonly Finding[] => {
  if (isGroup(field)) return checkGroup(path, field, values, vocabulary);
  if (field.kind === 'attachments') return checkAttachments(path, field, values);
  if (field.kind === 'budget') return isAnswered(field, values) ? [] : missing(path, field, values);
  return checkLeaf(path, field, values, vocabulary);
};

/** What a value breaks at its place, whether or not the place is asked now; null when nothing. */
export const problemAt = (
  template: Template,
  path: FieldPath,
  value: FieldValue,
  vocabulary: Vocabulary,
): ValueProblem | null => {
  const meaning = fieldAt(template, path);
  if (meaning === undefined) return { code: 'no-longer-asked', params: {} };
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

/** Problems of the parts of a budget, and values at places that the template no longer has. */
const checkPlaces = (template: Template, values: FieldMap, vocabulary: Vocabulary): readonly Finding[] =>
  Object.entries(values).flatMap(([path, value]): readonly Finding[] => {
    const meaning = fieldAt(template, path);
    if (meaning === undefined) {
      return [{ path, code: 'no-longer-asked', severity: 'hint', source: 'official', params: {} }];
    }
    if (meaning.at === 'field') return [];
    const problem = problemAt(template, path, value, vocabulary);
    return problem ? [asFinding(path, problem)] : [];
  });

/** What the rules add; of a place that is said to be empty, they do not say it again. */
const byRules = (template: Template, values: FieldMap, said: readonly Finding[]): readonly Finding[] => {
  const empty = new Set(said.filter(({ code }) => code === 'required').map(({ path }) => path));
  return runRules(template, values).filter(({ path }) => !empty.has(path));
};

/**
 * Everything the checks have to say about a document: requirements, kinds, limits and the template's
 * rules, in the order of the form. The window and the server run this same function. Nothing in it
 * reads a clock; rules about days left take them as parameters elsewhere.
 */
export const validate = (
  template: Template,
  values: FieldMap,
  vocabulary: Vocabulary,
): readonly Finding[] => {
  const said = [
    ...templateFields(template)
      .filter((field) => isAsked(field, values))
      .flatMap((field) => checkField(field.id, field, values, vocabulary)),
    ...checkPlaces(template, values, vocabulary),
  ];
  return [...said, ...byRules(template, values, said)];
};
