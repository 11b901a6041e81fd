import type * as z from 'zod/mini';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { type DocumentState, isPending } from '#shared/sync/document-state.ts';
import type { ContentsRow, DocumentRow, OutboxRow, SubmissionRow } from './database.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';
import { UnreadableRowError } from './store-failure.ts';
import {
  storedContentsSchema,
  storedOutgoingSchema,
  storedSubmissionSchema,
  storedSummarySchema,
} from './stored-schemas.ts';

/** The rows in which one document stands; outbox and submission only while there is one. */
export type DocumentRows = {
  readonly document: DocumentRow;
  readonly contents: ContentsRow;
  readonly outbox: OutboxRow | null;
  readonly submission: SubmissionRow | null;
};

const label = (table: string, id: DocId): string => `${table}/${id}`;

const opened = async <Schema extends z.ZodMiniType>(
  sealer: Sealer,
  schema: Schema,
  sealed: Uint8Array,
  name: string,
): Promise<z.infer<Schema>> => {
  const parsed = schema.safeParse(await openJson(sealer, sealed, name));
  if (!parsed.success) throw new UnreadableRowError(`${name} does not fit its schema`);
  return parsed.data;
};

/** Seals a document into its rows, under the given version. */
export const toRows = async (
  sealer: Sealer,
  state: DocumentState,
  summary: DocumentSummary,
  ver: number,
): Promise<DocumentRows> => {
  const { id, kind, stage, createdAt, savedAt, outgoing, submission, ...contents } = state;
  const [header, sealedContents, sealedOutgoing, sealedSubmission] = await Promise.all([
    sealJson(sealer, summary, label('documents', id)),
    sealJson(sealer, contents, label('contents', id)),
    outgoing && sealJson(sealer, outgoing, label('outbox', id)),
    submission && sealJson(sealer, submission, label('submissions', id)),
  ]);
  const pending = isPending(state) ? 1 : 0;
  return {
    document: { id, kind, stage, createdAt, savedAt, pending, ver, isUnjournalled: true, header },
    contents: { id, ver, sealed: sealedContents },
    outbox: outgoing && sealedOutgoing && { doc: id, n: outgoing.n, sealed: sealedOutgoing },
    submission: submission &&
      sealedSubmission && {
        doc: id,
        id: submission.id,
        state: submission.body === null ? 'ready' : 'sending',
        sealed: sealedSubmission,
      },
  };
};

/** Opens a document from its rows; throws UnreadableRowError where one does not fit. */
export const fromRows = async (sealer: Sealer, rows: DocumentRows): Promise<DocumentState> => {
  const { id, kind, stage, createdAt, savedAt } = rows.document;
  const [contents, outgoing, submission] = await Promise.all([
    opened(sealer, storedContentsSchema, rows.contents.sealed, label('contents', id)),
    rows.outbox && opened(sealer, storedOutgoingSchema, rows.outbox.sealed, label('outbox', id)),
    rows.submission &&
      opened(sealer, storedSubmissionSchema, rows.submission.sealed, label('submissions', id)),
  ]);
  return { id, kind, stage, createdAt, savedAt, ...contents, outgoing, submission } as DocumentState;
};

/** What can be listed of a document whose header cannot be opened. */
export const unreadableSummary = (row: DocumentRow): DocumentSummary => ({
  id: row.id,
  kind: row.kind,
  template: `${row.kind}@1`,
  stage: row.stage,
  round: 1,
  title: '',
  countries: [],
  objectives: [],
  about: null,
  deadline: null,
  organizations: [],
  errors: 0,
  warnings: 0,
  conflicts: 0,
  createdAt: row.createdAt,
  savedAt: row.savedAt,
  receipt: null,
  changedSinceReceipt: false,
  unsentFields: 0,
  presence: 'here',
  openThreads: 0,
  attention: { code: 'store-unreadable' },
});

/** Opens the sealed header of a document. */
export const openSummary = async (sealer: Sealer, row: DocumentRow): Promise<DocumentSummary> =>
  (await opened(sealer, storedSummarySchema, row.header, label('documents', row.id))) as DocumentSummary;
