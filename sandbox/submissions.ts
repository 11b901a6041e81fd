import { createHash } from 'node:crypto';
import { referredFiles } from '#shared/domain/attachment.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId, SubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { canHandOver } from '#shared/domain/review.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import { contentHash } from '#shared/sync/content-hash.ts';
import {
  type Cancelled,
  type Problem,
  type SubmissionBody,
  type SubmittedRound,
  submittedContentSchema,
} from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import type { Network } from './network.ts';
import { type Speaker, speakerOf, whyNotForAnother } from './on-behalf.ts';
import { problem } from './problem.ts';
import { receiptNumber } from './receipts.ts';
import type { ReadRows, Rows, SubmissionRow } from './store.ts';
import type { StoredDocument } from './stored-document.ts';

/** What a submission came to. `json` of a receipt is its exact text, the same at every asking. */
export type SubmissionAnswer =
  | { readonly kind: 'received'; readonly isNew: boolean; readonly json: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Receipts are numbered over all realms: a number names one receipt of the Network. */
const receiptRealm = 'network';

const refused = (why: Problem): SubmissionAnswer => ({ kind: 'refused', problem: why });

const hashOf = (body: SubmissionBody): string =>
  createHash('sha256')
    .update(canonicalJson(body as Json))
    .digest('hex');

const storedAnswer = ({ state, answer }: SubmissionRow): SubmissionAnswer =>
  state === 'received'
    ? { kind: 'received', isNew: false, json: answer }
    : refused(JSON.parse(answer) as Problem);

/**
 * Why the content cannot be received; the id is then ended. Gathers nothing and writes nothing: the
 * revision and the hash are those of the body, so the same body can never fare better.
 */
const objection = (
  network: Network,
  body: SubmissionBody,
  document: StoredDocument,
  template: Template,
  fields: FieldMap,
): Problem | undefined => {
  if (body.rev !== document.rev) {
    return problem('stale-revision', `the document is at revision ${document.rev}`);
  }
  const { id, kind } = document;
  if (contentHash({ doc: id, kind, template: document.template, fields }) !== body.contentHash) {
    return problem('content-mismatch');
  }
  if (canonicalJson([...body.attachments].sort()) !== canonicalJson([...referredFiles(fields)])) {
    return problem('content-mismatch', 'attachments: not the files that the document refers to');
  }
  const errors = validate(template, fields, network.vocabulary).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 0) return undefined;
  const findings = errors.map((finding) => ({ ...finding, params: { ...finding.params } }));
  return problem('validation', `${errors.length} to fix`, { findings });
};

type Handing = {
  readonly rows: Rows;
  readonly network: Network;
  readonly speaker: Speaker;
  readonly id: SubmissionId;
  readonly body: SubmissionBody;
};

const receive = async (
  { rows, network, speaker: { person, sentBy }, id, body }: Handing,
  document: StoredDocument,
  fields: FieldMap,
  seq: number,
): Promise<SubmissionAnswer> => {
  const at = network.now();
  const year = new Date(at).getUTCFullYear();
  const receipt: Receipt = {
    receiptNo: receiptNumber(year, await rows.takeReceiptNumber(receiptRealm, year)),
    doc: body.doc,
    rev: body.rev,
    round: body.round,
    contentHash: body.contentHash,
    receivedAt: new Date(at).toISOString(),
    ...(sentBy === null ? {} : { sentBy: { account: sentBy.id, name: sentBy.name } }),
  };
  const json = JSON.stringify(receipt);
  const { doc, round } = body;
  const { kind, template } = document;
  const snapshot = canonicalJson({ doc, kind, template, round, fields: fields as { [path: string]: Json } });
  await rows.saveSubmission({
    id,
    doc,
    account: person.id,
    sentBy: sentBy?.id ?? null,
    round,
    state: 'received',
    bodyHash: hashOf(body),
    answer: json,
    snapshot,
    at,
  });
  await rows.saveDocuments([{ ...document, stage: 'submitted', metaSeq: seq }]);
  await rows.saveReceipt(doc, json);
  await rows.moveInFeed(document.realm, [{ doc, seq }]);
  await rows.saveHead(document.realm, seq);
  return { kind: 'received', isNew: true, json };
};

const end = async (
  { rows, network, speaker: { person, sentBy }, id, body }: Handing,
  why: Problem,
): Promise<SubmissionAnswer> => {
  await rows.saveSubmission({
    id,
    doc: body.doc,
    account: person.id,
    sentBy: sentBy?.id ?? null,
    round: body.round,
    state: 'ended',
    bodyHash: hashOf(body),
    answer: JSON.stringify(why),
    snapshot: null,
    at: network.now(),
  });
  return refused(why);
};

/** The document, where the account has a part in it. */
const documentFor = async (
  rows: ReadRows,
  account: Account,
  doc: DocId,
): Promise<{ readonly document: StoredDocument; readonly mayHandOver: boolean } | undefined> => {
  const [document] = await rows.documents([doc]);
  const [membership] = await rows.memberships(account.id, [doc]);
  const role = membership?.role ?? null;
  if (document === undefined || role === null) return undefined;
  return { document, mayHandOver: canHandOver(role) };
};

/** Whatever decides nothing yet: these answers leave the id unused. */
const undecided = async (
  { rows, network, body }: Handing,
  document: StoredDocument,
): Promise<Problem | undefined> => {
  if (document.isDeleted) return problem('document-deleted', body.doc);
  const received = await rows.received(body.doc, body.round);
  if (received !== undefined) {
    const receipt = JSON.parse(received.answer) as Receipt;
    return problem('already-submitted', receipt.receiptNo, { receipt });
  }
  if (body.round !== document.round) {
    return problem('wrong-round', `the document is in round ${document.round}`);
  }
  if (body.template !== document.template) {
    return problem('kind-mismatch', `the document is of ${document.template}`);
  }
  if (network.templates.get(document.template) === undefined) {
    return problem('schema-unsupported', `template ${document.template}`);
  }
  return undefined;
};

/**
 * `PUT /v1/submissions/{id}`: receives one submission per document and round, exactly once. The same
 * id and body always get the same answer, except where nothing was decided yet (`not-found`,
 * `wrong-round`, `schema-unsupported`, `already-submitted`, `attachments-missing`): these leave the id unused.
 * `onBehalfOf`: the account whose submission it is, where somebody else brings it (OB2).
 */
export const submit = (
  network: Network,
  sender: Account,
  id: SubmissionId,
  body: SubmissionBody,
  onBehalfOf: string | null = null,
): Promise<SubmissionAnswer> =>
  network.store.transaction(async (rows) => {
    const speaker = await speakerOf(rows, sender, onBehalfOf);
    if (!speaker.ok) return refused(speaker.error);
    const account = speaker.value.person;
    const handing: Handing = { rows, network, speaker: speaker.value, id, body };
    const before = await documentFor(rows, account, body.doc);
    const realm = before?.document.realm ?? account.realm;
    // The account's own realm too, so that a cancellation of the same id is before or after, never beside it.
    const heads = await rows.lockRealms([...new Set([realm, account.realm])].sort());
    const unfit = await whyNotForAnother(rows, speaker.value, [body.doc], { client: null, may: canHandOver });
    if (unfit !== undefined) return refused(unfit);
    const earlier = await rows.submission(id);
    if (earlier?.state === 'cancelled') return storedAnswer(earlier);
    if (earlier !== undefined) {
      const isSame = earlier.account === account.id && earlier.bodyHash === hashOf(body);
      return isSame ? storedAnswer(earlier) : refused(problem('submission-mismatch'));
    }
    // Read again: what was read before the realm was taken may have moved on.
    const found = await documentFor(rows, account, body.doc);
    if (found === undefined) return refused(problem('not-found', `document ${body.doc}`));
    if (!found.mayHandOver) return refused(problem('forbidden', body.doc));
    const { document } = found;
    const why = await undecided(handing, document);
    if (why !== undefined) return refused(why);
    const template = network.templates.get(document.template) as Template;
    const fields = await rows.liveFields(body.doc);
    const against = objection(network, body, document, template, fields);
    if (against !== undefined) return end(handing, against);
    const missing = await network.blobs.missing(body.attachments);
    if (missing.length > 0) {
      return refused(problem('attachments-missing', `${missing.length} files`, { missing: [...missing] }));
    }
    return receive(handing, document, fields, (heads.get(realm) ?? 0) + 1);
  });

/** `GET /v1/submissions/{id}`: the answer that the PUT got, for when it was lost on the way. */
export const submissionAnswer = async (
  network: Network,
  account: Account,
  id: SubmissionId,
): Promise<SubmissionAnswer> => {
  const row = await network.store.snapshot((rows) => rows.submission(id));
  if (row === undefined || row.account !== account.id) {
    return refused(problem('not-found', `submission ${id}`));
  }
  return storedAnswer(row);
};

/**
 * `DELETE /v1/submissions/{id}`: this id is never received from now on, whether or not it was seen before.
 * One that was received stays so.
 */
export const cancelSubmission = (
  network: Network,
  account: Account,
  id: SubmissionId,
): Promise<Result<Cancelled, Problem>> =>
  network.store.transaction(async (rows) => {
    await rows.lockRealms([account.realm]);
    const row = await rows.submission(id);
    if (row !== undefined && row.account !== account.id) return err(problem('submission-mismatch'));
    if (row?.state === 'received') {
      const receipt = JSON.parse(row.answer) as Receipt;
      return err(problem('already-submitted', receipt.receiptNo, { receipt }));
    }
    if (row?.state !== 'cancelled') {
      await rows.saveSubmission({
        id,
        doc: row?.doc ?? null,
        account: account.id,
        sentBy: null,
        round: row?.round ?? 0,
        state: 'cancelled',
        bodyHash: row?.bodyHash ?? '',
        answer: JSON.stringify(problem('cancelled')),
        snapshot: null,
        at: network.now(),
      });
    }
    return ok({ id, state: 'cancelled' as const });
  });

/** `GET /v1/docs/{id}/rounds/{round}`: what was received in a round; for members and reviewers. */
export const submittedRound = (
  network: Network,
  account: Account,
  doc: DocId,
  round: number,
): Promise<Result<SubmittedRound, Problem>> =>
  network.store.snapshot(async (rows) => {
    const mayRead =
      account.role === 'reviewer' ||
      account.role === 'secretariat' ||
      (await documentFor(rows, account, doc)) !== undefined;
    const row = mayRead ? await rows.received(doc, round) : undefined;
    if (row === undefined || row.snapshot === null) {
      return err(problem('not-found', `round ${round} of ${doc}`));
    }
    return ok(submittedContentSchema.parse(JSON.parse(row.snapshot)));
  });
