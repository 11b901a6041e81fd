import { referredFiles } from '#shared/domain/attachment.ts';
import type { FailureCode } from '#shared/errors.ts';
import { liveFields } from '#shared/sync/base.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { Outcome, SubmissionBody } from '#shared/sync/protocol.ts';
import type { CarriedEntry, CarriedQueue } from './carried-queue.ts';
import { type Connection, done, type Step } from './connection.ts';
import type { Credentials, RequestFailure } from './ports.ts';
import { asAttention, endings } from './submit.ts';

/** Refusals of what was sent for somebody; anything else is about the link or the server, and is tried again. */
const refusals: ReadonlySet<FailureCode> = new Set<FailureCode>(['not-on-behalf', ...endings]);

const refused = (entry: CarriedEntry, code: FailureCode): CarriedEntry => ({
  ...entry,
  standing: { state: 'refused', code },
});

/** In the name of the person, and under their client id: n counts there (OB1). */
const inTheNameOf = (who: Credentials, { client, account }: CarriedEntry): Credentials => ({
  ...who,
  clientId: client,
  onBehalfOf: account,
});

const isRefusal = ({ problem, failure }: RequestFailure): boolean =>
  problem !== null && refusals.has(failure.code);

/** What the answer to an element makes of its entry. A conflict is its author's to settle: theirs is on their laptop. */
const afterElement = (entry: CarriedEntry, outcome: Outcome | undefined): CarriedEntry => {
  if (outcome?.outcome === 'rejected') return refused(entry, outcome.problem.code);
  if (outcome?.outcome === 'gap') return refused(entry, 'mutation-mismatch');
  if (outcome?.outcome === 'conflict') return refused(entry, 'two-versions');
  const next = { ...entry, isElementDone: true };
  return entry.submission === null ? { ...next, standing: { state: 'sent', receipt: null } } : next;
};

const waiting = async (queue: CarriedQueue): Promise<readonly CarriedEntry[]> =>
  (await queue.read()).filter(({ standing }) => standing.state === 'waiting');

/** Sends the frozen elements that others handed over, before anything of this laptop's own. */
export const sendCarriedElements = async (connection: Connection, queue: CarriedQueue): Promise<Step> => {
  for (const entry of await waiting(queue)) {
    if (entry.isElementDone) continue;
    if (entry.element === null) {
      await queue.save({ ...entry, isElementDone: true });
      continue;
    }
    const { epoch } = await connection.store.record();
    // n counts in the Network that its laptop knew; another one has never heard of it.
    if (entry.epoch !== null && entry.epoch !== epoch) {
      await queue.save(refused(entry, 'epoch-changed'));
      continue;
    }
    const element = entry.element;
    const answer = await connection.ask((who) =>
      connection.transport.mutations(inTheNameOf(who, entry), [element], null),
    );
    if (answer.ok) await queue.save(afterElement(entry, answer.value.outcomes[0]));
    else if (isRefusal(answer.error)) await queue.save(refused(entry, answer.error.failure.code));
    else return answer;
  }
  return done;
};

/** The body of a submission that its laptop had not frozen: exactly what the person saw, or nothing (SU7). */
const bodyOf = (
  { submission }: CarriedEntry,
  state: DocumentState,
): SubmissionBody | 'stale-revision' | undefined => {
  if (submission === null) return undefined;
  if (submission.body !== null) return submission.body;
  const fields = liveFields(state.base);
  if (state.round !== submission.round || hashOf(state, fields) !== submission.contentHash) {
    return 'stale-revision';
  }
  return {
    doc: state.id,
    rev: state.rev,
    round: submission.round,
    contentHash: submission.contentHash,
    attachments: [...referredFiles(fields)],
    template: state.template,
  };
};

/** Hands over what others asked for, once the Network has their edits and this laptop has read them back. */
export const sendCarriedSubmissions = async (connection: Connection, queue: CarriedQueue): Promise<Step> => {
  for (const entry of await waiting(queue)) {
    const { submission } = entry;
    if (!entry.isElementDone || submission === null) continue;
    const state = await connection.store.read(entry.doc);
    const known = state?.receipt;
    if (known && known.round === submission.round && known.contentHash === submission.contentHash) {
      await queue.save({ ...entry, standing: { state: 'sent', receipt: known } });
      continue;
    }
    const body = state === undefined ? undefined : bodyOf(entry, state);
    if (body === undefined || body === 'stale-revision') {
      await queue.save(refused(entry, body ?? 'not-found'));
      continue;
    }
    const answer = await connection.ask((who) =>
      connection.transport.submit(inTheNameOf(who, entry), submission.id, body),
    );
    const problem = answer.ok ? null : answer.error.problem;
    const receipt = answer.ok ? answer.value : problem?.receipt;
    if (receipt !== undefined) await queue.save({ ...entry, standing: { state: 'sent', receipt } });
    else if (problem?.code === 'attachments-missing') {
      // The same submission again, as soon as the files are there.
      for (const sha256 of problem.missing ?? []) await connection.files.markUnsent(sha256);
    } else if (!answer.ok && problem !== null && isRefusal(answer.error)) {
      // Who may not send it has not brought it to an end.
      const isEnded = endings.has(problem.code);
      const standing = { state: 'refused', code: answer.error.failure.code } as const;
      await queue.save({
        ...entry,
        standing: isEnded ? { ...standing, answer: asAttention(problem) } : standing,
      });
    } else if (!answer.ok) return answer;
  }
  return done;
};
