import { isClosed, type ServerStage } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { type Template, templateFields } from '#shared/domain/template.ts';

/**
 * What a document about another one begins with: its id, title and receipt where the form takes them, what makes
 * the form ask for them, and its objectives where the form asks those.
 */
export const valuesAbout = (template: Template, about: DocumentSummary): FieldMap => {
  const fields = templateFields(template);
  const reference = fields.find((field) => field.kind === 'document' && field.of === about.kind);
  if (reference?.kind !== 'document') return {};
  const { shownWhen, fills } = reference;
  const objectives = fields.find(({ kind }) => kind === 'objectives');
  const [asked] = shownWhen?.in ?? [];
  return {
    [reference.id]: about.id,
    ...(shownWhen && asked !== undefined && { [shownWhen.field]: asked }),
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
