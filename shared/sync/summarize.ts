import { chosenCodes, countriesOf } from '#shared/domain/chosen-codes.ts';
import { deadlineOf } from '#shared/domain/deadline-plan.ts';
import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { hashOf } from './content-hash.ts';
import { changedPaths } from './diff.ts';
import { type DocumentState, stageOf } from './document-state.ts';

const organizationsIn = (values: FieldMap, fields: readonly TemplateField[]): readonly string[] =>
  fields
    .filter((field) => field.kind === 'organizations')
    .flatMap((field) =>
      listItems(values, field.id).map((item) =>
        String(values[subPath(field.id, item, 'acronym')] || values[subPath(field.id, item, 'name')] || ''),
      ),
    )
    .filter((name) => name !== '');

const aboutIn = (values: FieldMap, fields: readonly TemplateField[]): DocId | null => {
  const field = fields.find(({ kind }) => kind === 'document');
  const id = docIdSchema.safeParse(field && values[field.id]);
  return id.success ? id.data : null;
};

/** Threads whose last comment does not close them (RE2). */
const openThreads = ({ comments }: DocumentState): number =>
  comments.filter(({ comment }) => {
    if (comment.replyTo !== null) return false;
    const last = comments.findLast(({ comment: reply }) => reply.replyTo === comment.id)?.comment ?? comment;
    return !last.resolves;
  }).length;

/** What lists show of a document. The template must be the document's own. */
export const summarize = (
  state: DocumentState,
  template: Template,
  findings: readonly Finding[],
): DocumentSummary => {
  const fields = templateFields(template);
  const { local } = state;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    id: state.id,
    kind: state.kind,
    template: state.template,
    stage: stageOf(state),
    round: state.round,
    title: String(local[template.titleField] ?? ''),
    countries: countriesOf(template, local),
    objectives: chosenCodes(template, local, ['objectives']),
    about: aboutIn(local, fields),
    deadline: deadlineOf(template, local),
    organizations: organizationsIn(local, fields),
    errors: count('error'),
    warnings: count('warning'),
    conflicts: state.conflicts.length,
    createdAt: state.createdAt,
    savedAt: state.savedAt,
    receipt: state.receipt,
    changedSinceReceipt: state.receipt !== null && hashOf(state, local) !== state.receipt.contentHash,
    unsentFields: changedPaths(state.base, local, state.conflicts).length,
    presence: state.presence.at === 'gone' ? state.presence.why : state.presence.at,
    openThreads: openThreads(state),
    attention: state.attention,
  };
};
