import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { endSubmission, prepareSubmission, receive } from '#shared/sync/submission.ts';
import { type Connection, done, type Step } from './connection.ts';
import type { RequestFailure } from './ports.ts';

/** Answers that end this submission: the document is a draft again, with the reason. */
const endings = new Set<Failure['code']>([
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
]);

const asAttention = (error: RequestFailure): Failure => {
  const errors = error.problem?.findings?.filter((finding) => finding.severity === 'error').length;
  return errors === undefined ? error.failure : { ...error.failure, params: { count: errors } };
};

/** The link, the sign-in or the Network as a whole: the next document would fare no better. */
const isAboutDocument = ({ problem }: RequestFailure): boolean => problem?.code === 'internal';

/** Hands one document over. A repeat after a lost answer brings the same receipt. */
const submitOne = async (connection: Connection, id: DocId): Promise<Step> => {
  const state = await connection.store.update(id, (current) => current && prepareSubmission(current));
  const submission = state?.submission;
  const body = submission?.body;
  if (!submission || !body) return done;
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
  if (!endings.has(failure.code) || problem === null) return answer;
  const attention = asAttention(answer.error);
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
