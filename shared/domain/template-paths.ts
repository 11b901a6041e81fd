import { type AttachmentPart, attachmentParts } from './attachment.ts';
import { type FieldPath, isFieldPath } from './field-path.ts';
import { isItemId } from './ids.ts';
import { isGroup, markerReasonId, type Template, type TemplateField } from './template.ts';

/** What a path means under a template. */
export type PathMeaning =
  /** The value of a field. */
  | { readonly at: 'field'; readonly field: TemplateField }
  /** The justification of a marker: long text. */
  | { readonly at: 'markerReason'; readonly field: TemplateField }
  /** An item of a repeating group or a line of a budget: its value is `true`. */
  | { readonly at: 'item'; readonly field: TemplateField }
  /** The fractional index of an item. */
  | { readonly at: 'position'; readonly field: TemplateField }
  /** A part of a file: its hash, name, type or size in bytes. */
  | { readonly at: 'attachmentPart'; readonly field: TemplateField; readonly part: AttachmentPart }
  | { readonly at: 'budgetCategory'; readonly field: TemplateField }
  | { readonly at: 'budgetDescription'; readonly field: TemplateField }
  /** A cell: integer minor units. */
  | { readonly at: 'budgetAmount'; readonly field: TemplateField };

const insideBudget = (field: TemplateField, parts: readonly string[]): PathMeaning | undefined => {
  const [sub, organization, ...rest] = parts;
  if (rest.length > 0) return undefined;
  if (sub === 'amount' && organization !== undefined && isItemId(organization)) {
    return { at: 'budgetAmount', field };
  }
  if (organization !== undefined) return undefined;
  if (sub === 'pos') return { at: 'position', field };
  if (sub === 'category') return { at: 'budgetCategory', field };
  return sub === 'description' ? { at: 'budgetDescription', field } : undefined;
};

const lookUp = (fields: readonly TemplateField[], parts: readonly string[]): PathMeaning | undefined => {
  const [id, item, sub, ...rest] = parts;
  const field = fields.find((candidate) => candidate.id === id);
  if (field === undefined) {
    const marker = fields.find(
      (candidate) => candidate.kind === 'marker' && markerReasonId(candidate.id) === id,
    );
    return marker && item === undefined ? { at: 'markerReason', field: marker } : undefined;
  }
  const repeats = isGroup(field) || field.kind === 'budget' || field.kind === 'attachments';
  if (!repeats) return item === undefined ? { at: 'field', field } : undefined;
  if (item === undefined) return undefined;
  if (sub === undefined) return { at: 'item', field };
  if (field.kind === 'budget') return insideBudget(field, [sub, ...rest]);
  if (field.kind === 'attachments') {
    const part = attachmentParts.find((id) => id === sub);
    return part && rest.length === 0 ? { at: 'attachmentPart', field, part } : undefined;
  }
  if (sub === 'pos') return rest.length === 0 ? { at: 'position', field } : undefined;
  return isGroup(field) ? lookUp(field.fields, [sub, ...rest]) : undefined;
};

/** What `path` means under `template`; undefined when the template has no such place. */
export const fieldAt = (template: Template, path: FieldPath): PathMeaning | undefined => {
  if (!isFieldPath(path)) return undefined;
  const parts = path.split('/');
  for (const { fields } of template.sections) {
    const meaning = lookUp(fields, parts);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
};
