import { isFilled } from '#shared/domain/answered.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { isGroup, type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';

/** Contacts, and what an import found no place for: nobody has looked at what that says. */
export const mayNameSomebody = (field: TemplateField): boolean =>
  field.personal === true || field.onlyWhenFilled === true;

/** The ids of fields that hold contacts, at any depth. */
const contactIds = (fields: readonly TemplateField[], inPeople = false): readonly string[] =>
  fields.flatMap((field) => {
    if (isGroup(field)) return contactIds(field.fields, inPeople || field.kind === 'people');
    const isName = inPeople && (field.kind === 'shortText' || field.kind === 'longText');
    return field.personal === true || isName ? [field.id] : [];
  });

/** Whether the document names a contact: only then is there something to be left out. */
export const namesContacts = (template: Template, values: FieldMap): boolean => {
  const ids = new Map(templateFields(template).map((field) => [field.id, new Set(contactIds([field]))]));
  return Object.entries(values).some(
    ([path, value]) => ids.get(rootOf(path))?.has(path.slice(path.lastIndexOf('/') + 1)) && isFilled(value),
  );
};
