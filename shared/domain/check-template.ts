import { checkFields, checkIds, checkText } from './template-check/check-fields.ts';
import { checkRules } from './template-check/check-rules.ts';
import { checkShape } from './template-check/check-shape.ts';
import {
  errorAt,
  isNode,
  type Node,
  nodesAt,
  nodesIn,
  placeOf,
  type RemarkAt,
  repeated,
  type TemplateRemark,
  textOf,
} from './template-check/template-remark.ts';

/** The document is called in lists by what is written in this field. */
const checkTitleField = (titleField: unknown, fields: readonly Node[]): readonly RemarkAt[] => {
  if (typeof titleField !== 'string') return [];
  const field = fields.find(({ id }) => id === titleField);
  const params = { what: 'titleField', value: titleField };
  if (field === undefined) return [errorAt('no-such-field', [], params)];
  return field.kind === 'shortText' || field.kind === 'longText'
    ? []
    : [errorAt('title-not-text', [], { ...params, kind: textOf(field.kind) })];
};

/**
 * All that is wrong or missing in a template file, errors first. Without an error, `templateSchema` takes it.
 * For whoever writes a form: every remark names the place as the file names it.
 */
export const checkTemplate = (input: unknown): readonly TemplateRemark[] => {
  if (!isNode(input)) return [{ severity: 'error', code: 'not-an-object', place: [], params: {} }];
  const sections = nodesAt(input.sections, ['sections']);
  const fields = sections.flatMap(([section]) => nodesIn(section.fields));
  const remarks: readonly RemarkAt[] = [
    ...checkShape(input),
    ...checkText(input, 'name', []),
    ...checkTitleField(input.titleField, fields),
    ...repeated(sections.map(([section]) => textOf(section.id))).map((value) =>
      errorAt('repeated-section', [], { value }),
    ),
    ...checkIds(fields, []),
    ...sections.flatMap(([section, path]) => [
      ...checkText(section, 'title', path),
      ...checkText(section, 'help', path),
      ...checkFields(section.fields, [...path, 'fields'], fields),
    ]),
    ...checkRules(input.rules, fields),
  ];
  const placed = remarks.map(
    ({ path, ...remark }): TemplateRemark => ({ ...remark, place: placeOf(input, path) }),
  );
  const errors = placed.filter(({ severity }) => severity === 'error');
  const warnings = placed.filter(({ severity }) => severity === 'warning');
  return [...errors, ...warnings];
};
