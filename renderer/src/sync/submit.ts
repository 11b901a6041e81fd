import type { Refusal } from '#shared/bundle/bundle-document.ts';
import type { DocId, SubmissionId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { Problem } from '#shared/sync/protocol.ts';
import { cancelled, endSubmission, prepareSubmission, receive } from '#shared/sync/submission.ts';
import { type Connection, done, type Step } from './connection.ts';
import type { RequestFailure } from './ports.ts';

/** Answers that end this submission: the document is a draft again, with the reason. */
export const endings: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'malformed',
  'forbidden',
  'not-found',
  'submission-mismatch',
  'stale-revision',
  'validation',
  'content-mismatch',
  'wrong-round',
  'kind-mismatch',
  'document-closed',
  'schema-unsupported',
  'cancelled',
  'document-deleted',
]);

/** What a refusal says to the person: of findings, how many errors. */
export const asAttention = ({ code, findings }: Problem): Refusal['failure'] => {
  const errors = findings?.filter((finding) => finding.severity === 'error').length;
  return errors === undefined ? { code } : { code, params: { count: errors } };
};

/** The link, the sign-in or the Network as a whole: the next document would fare no better. */
const isAboutDocument = ({ problem }: RequestFailure): boolean => problem?.code === 'internal';

/** Asks that a submission is never received; one that was is received here too. */
const cancelOne = async (connection: Connection, id: DocId, submission: SubmissionId): Promise<Step> => {
  const answer = await connection.ask((who) => connection.transport.cancelSubmission(who, submission));
  const receipt = answer.ok ? undefined : answer.error.problem?.receipt;
  if (!answer.ok && receipt === undefined) return answer;
  await connection.store.update(id, (current) =>
    current && receipt ? receive(current, receipt) : current && cancelled(current),
  );
  return done;
};

/** Hands one document over. A repeat after a lost answer brings the same receipt. */
const submitOne = async (connection: Connection, id: DocId): Promise<Step> => {
  const state = await connection.store.update(id, (current) => current && prepareSubmission(current));
  const submission = state?.submission;
  if (!submission) return done;
  if (submission.isCancelling) return cancelOne(connection, id, submission.id);
  const { body } = submission;
  if (body === null) return done;
  const answer = await connection.ask((who) => connection.transport.submit(who, submission.id, body));
  if (answer.ok) {
    await connection.store.update(id, (current) => current && receive(current, answer.value));
    return done;
  }
  const { failure, problem } = answer.error;
  if (failure.code === 'already-submitted' && problem?.receipt) {
    const { receipt } = problem;
    await connection.store.update(id, (current) => current && receive(current, receipt));
    return done;
  }
  if (failure.code === 'attachments-missing' && problem?.missing) {
    // The same submission again, as soon as the files are there.
    for (const sha256 of problem.missing) await connection.files.markUnsent(sha256);
    return done;
  }
  if (!endings.has(failure.code) || problem === null) return answer;
  const attention = asAttention(problem);
  await connection.store.update(id, (current) => current && endSubmission(current, attention));
  return done;
};

/**
 * Hands over every document that waits for it. One that the Network cannot digest holds up no other; the
 * first failure of the link ends the round.
 */
export const submitAll = async (connection: Connection): Promise<Step> => {
  let outcome: Step = done;
  for (const id of await connection.store.pending()) {
    const state = await connection.store.read(id);
    if (!state?.submission) continue;
    const step = await submitOne(connection, id);
    if (step.ok) continue;
    if (!isAboutDocument(step.error)) return step;
    outcome = step;
  }
  return outcome;
};
