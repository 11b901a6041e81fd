import { perField } from './field-parts.ts';
import type { FieldMap, FieldValue } from './field-value.ts';
import { listItems } from './list-items.ts';
import { isGroup, type TemplateField } from './template.ts';

/** Whether a value says something: blank text and the empty set do not. */
export const isFilled = (value: FieldValue | undefined): boolean => {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : true;
};

/** Of what a budget holds, amounts alone are numbers. */
const hasAmounts = perField((budget): boolean =>
  Object.values(budget).some((value) => typeof value === 'number'),
);

/** Whether a field at the top level of the document holds an answer. */
export const isAnswered = (field: TemplateField, values: FieldMap): boolean => {
  if (isGroup(field) || field.kind === 'attachments') return listItems(values, field.id).length > 0;
  if (field.kind === 'budget') {
    return hasAmounts(values, field.id);
  }
  return isFilled(values[field.id]);
};
