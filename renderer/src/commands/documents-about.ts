import { isFilled } from '#shared/domain/answered.ts';
import { type DocKind, isClosed, type ServerStage } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';

/** The field of a form that names another document. */
export type ReferenceField = Extract<TemplateField, { kind: 'document' }>;

const referenceTo = (template: Template, kind: DocKind) => {
  const field = templateFields(template).find((one) => one.kind === 'document' && one.of === kind);
  return field?.kind === 'document' ? field : null;
};

/** What a document about one that was written elsewhere begins with: what makes the form ask which one it is. */
export const valuesAboutElsewhere = (template: Template, kind: DocKind): FieldMap => {
  const { shownWhen } = referenceTo(template, kind) ?? {};
  const [asked] = shownWhen?.in ?? [];
  return shownWhen && asked !== undefined ? { [shownWhen.field]: asked } : {};
};

/** The title and the receipt of a document, by the fields that take them from it. */
const filledBy = ({ fills }: ReferenceField, about: DocumentSummary | undefined): FieldMap => ({
  ...(fills?.title && about && about.title !== '' && { [fills.title]: about.title }),
  ...(fills?.receipt && about?.receipt && { [fills.receipt]: about.receipt.receiptNo }),
});

/**
 * What naming another document changes in the fields that take its title and receipt: what the one named before had
 * filled in goes with it, and empty fields are filled. Words of the person's own stay. undefined: none is named, or
 * it is not on this laptop.
 */
export const editsToFill = (
  field: ReferenceField,
  values: FieldMap,
  before: DocumentSummary | undefined,
  chosen: DocumentSummary | undefined,
): ReadonlyMap<FieldPath, FieldValue | undefined> => {
  const [left, taken] = [filledBy(field, before), filledBy(field, chosen)];
  const targets = [field.fills?.title, field.fills?.receipt].filter((target) => target !== undefined);
  const isFree = (target: string) => !isFilled(values[target]) || values[target] === left[target];
  return new Map(targets.filter(isFree).map((target) => [target, taken[target]]));
};

/** The title and the receipt of the named document, where the document has others. */
export const editsToAgree = (
  field: ReferenceField,
  values: FieldMap,
  named: DocumentSummary | undefined,
): ReadonlyMap<FieldPath, FieldValue> =>
  new Map(
    Object.entries(filledBy(field, named)).filter(
      ([target, value]) => isFilled(values[target]) && values[target] !== value,
    ),
  );

/**
 * What a document about another one begins with: its id, title and receipt where the form takes them, what makes
 * the form ask for them, and its objectives where the form asks those.
 */
export const valuesAbout = (template: Template, about: DocumentSummary): FieldMap => {
  const reference = referenceTo(template, about.kind);
  if (reference === null) return {};
  const objectives = templateFields(template).find(({ kind }) => kind === 'objectives');
  return {
    [reference.id]: about.id,
    ...valuesAboutElsewhere(template, about.kind),
    ...filledBy(reference, about),
    ...(objectives && about.objectives.length > 0 && { [objectives.id]: about.objectives }),
  };
};

type Standing = Pick<DocumentSummary, 'id' | 'kind' | 'stage' | 'presence'>;

const isOpen = ({ stage, presence }: Standing): boolean =>
  presence === 'here' && (stage === 'ready' || stage === 'sending' || !isClosed(stage as ServerStage));

/** The update of a pledge that is still being written or reviewed: there is one at a time. */
export const openUpdate = (
  documents: readonly DocumentSummary[],
  pledge: DocId,
): DocumentSummary | undefined =>
  documents.find(
    (summary) => summary.kind === 'pledge-update' && summary.about === pledge && isOpen(summary),
  );

/** Another update of the same pledge that is open beside this one: one of the two is too many. */
export const openUpdateBeside = (
  documents: readonly DocumentSummary[],
  own: Standing,
  pledge: DocId,
): DocumentSummary | undefined =>
  own.kind === 'pledge-update' && isOpen(own)
    ? openUpdate(
        documents.filter(({ id }) => id !== own.id),
        pledge,
      )
    : undefined;
