import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import type { Profile } from './profile.ts';

const asValue = (field: TemplateField, text: string): FieldValue =>
  field.kind === 'countries' ? [text] : text;

/** What a new document begins with: the person's own data where the template asks for it. */
export const firstValues = (template: Template, profile: Profile): FieldMap =>
  Object.fromEntries(
    templateFields(template).flatMap((field) => {
      const text = field.defaultFrom ? profile[field.defaultFrom].trim() : '';
      return text === '' ? [] : [[field.id, asValue(field, text)] as const];
    }),
  );
