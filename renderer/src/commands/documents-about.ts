import { type DocKind, isClosed, type ServerStage } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { type Template, templateFields } from '#shared/domain/template.ts';

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

/**
 * What a document about another one begins with: its id, title and receipt where the form takes them, what makes
 * the form ask for them, and its objectives where the form asks those.
 */
export const valuesAbout = (template: Template, about: DocumentSummary): FieldMap => {
  const reference = referenceTo(template, about.kind);
  if (reference === null) return {};
  const { fills } = reference;
  const objectives = templateFields(template).find(({ kind }) => kind === 'objectives');
  return {
    [reference.id]: about.id,
    ...valuesAboutElsewhere(template, about.kind),
    ...(fills?.title && about.title !== '' && { [fills.title]: about.title }),
    ...(fills?.receipt && about.receipt && { [fills.receipt]: about.receipt.receiptNo }),
    ...(objectives && about.objectives.length > 0 && { [objectives.id]: about.objectives }),
  };
};

const isOpen = ({ stage, presence }: DocumentSummary): boolean =>
  presence === 'here' && (stage === 'ready' || stage === 'sending' || !isClosed(stage as ServerStage));

/** The update of a pledge that is still being written or reviewed: there is one at a time. */
export const openUpdate = (
  documents: readonly DocumentSummary[],
  pledge: DocId,
): DocumentSummary | undefined =>
  documents.find(
    (summary) => summary.kind === 'pledge-update' && summary.about === pledge && isOpen(summary),
  );
