import { isAnswered } from './answered.ts';
import type { FieldMap } from './field-value.ts';
import type { Condition, TemplateField } from './template.ts';

/** Whether a condition of the template holds for these values. An unanswered field meets none. */
export const holds = (condition: Condition | undefined, values: FieldMap): boolean => {
  if (condition === undefined) return true;
  const value = values[condition.field];
  if (Array.isArray(value)) {
    return (value as readonly string[]).some((member) => condition.in.includes(member));
  }
  return (typeof value === 'string' || typeof value === 'boolean') && condition.in.includes(value);
};

/** Whether the form asks this field now. */
export const isAsked = (field: TemplateField, values: FieldMap): boolean =>
  holds(field.shownWhen, values) && (field.onlyWhenFilled !== true || isAnswered(field, values));
