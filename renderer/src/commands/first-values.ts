import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import type { Preferences, Profile } from './profile.ts';

const asValue = (field: TemplateField, text: string): FieldValue =>
  field.kind === 'countries' ? [text] : text;

/**
 * What a new document begins with where the template asks for it: the person's own data, and the language
 * of the screens as that of the text.
 */
export const firstValues = (
  template: Template,
  profile: Profile,
  screen: Preferences['language'],
): FieldMap => {
  const known = { ...profile, language: screen.slice(0, 2) };
  return Object.fromEntries(
    templateFields(template).flatMap((field) => {
      const text = field.defaultFrom ? known[field.defaultFrom].trim() : '';
      return text === '' ? [] : [[field.id, asValue(field, text)] as const];
    }),
  );
};
