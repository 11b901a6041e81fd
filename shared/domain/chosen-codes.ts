import type { FieldMap } from './field-value.ts';
import { type Template, type TemplateField, templateFields } from './template.ts';

/** Codes that are chosen in the fields of some kinds, in the order of the form, each once. */
export const chosenCodes = (
  template: Template,
  values: FieldMap,
  kinds: readonly TemplateField['kind'][],
): readonly string[] => {
  const codes = templateFields(template)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ id }) => {
      const value = values[id];
      return Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
    });
  return [...new Set(codes)].filter((code) => code !== '');
};

/** Codes of the countries that a document names. */
export const countriesOf = (template: Template, values: FieldMap): readonly string[] =>
  chosenCodes(template, values, ['countries', 'country']);
