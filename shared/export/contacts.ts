import { isFilled } from '#shared/domain/answered.ts';
import type { DocumentFile } from '#shared/domain/document-file.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { isGroup, type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';

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

/** Tells the places of contacts in documents of a form from all others. */
const contactPlaces = (template: Template): ((path: FieldPath) => boolean) => {
  const ids = new Map(templateFields(template).map((field) => [field.id, new Set(contactIds([field]))]));
  return (path) => ids.get(rootOf(path))?.has(path.slice(path.lastIndexOf('/') + 1)) === true;
};

/** Whether the document names a contact: only then is there something to be left out. */
export const namesContacts = (template: Template, values: FieldMap): boolean => {
  const isContact = contactPlaces(template);
  return Object.entries(values).some(([path, value]) => isContact(path) && isFilled(value));
};

/**
 * What a file holds of a document whose contacts were not asked for. Left out as well, because it may name somebody:
 * what an import found no place for, and what stands at places that the form does not have. The file says so itself.
 */
export const leaveOutContacts = (
  template: Template,
  values: FieldMap,
): Pick<DocumentFile, 'fields' | 'withoutContacts'> => {
  const isContact = contactPlaces(template);
  const wholeFields = new Set(
    templateFields(template).flatMap((field) => (mayNameSomebody(field) ? [field.id] : [])),
  );
  const fields = Object.fromEntries(
    Object.entries(values).filter(
      ([path]) => fieldAt(template, path) !== undefined && !wholeFields.has(rootOf(path)) && !isContact(path),
    ),
  );
  const isWhole = Object.keys(fields).length === Object.keys(values).length;
  return { fields, ...(isWhole ? {} : { withoutContacts: true }) };
};
