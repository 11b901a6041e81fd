import { type DocId, makeSubmissionId, type RandomBytes } from '#shared/domain/ids.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { canSubmit, requestSubmission } from '#shared/sync/submission.ts';
import { tryStore } from './explain-failure.ts';
import { keepVersion } from './history.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';

const whyNot = (space: Space, resources: Resources, state: DocumentState): Failure | null => {
  if (space.sync === null) return { code: 'forbidden' };
  if (!canSubmit(state)) return { code: state.conflicts.length > 0 ? 'two-versions' : 'already-submitted' };
  const findings = validate(resources.forDocument(state), state.local, resources.vocabulary);
  const count = findings.filter((finding) => finding.severity === 'error').length;
  return count > 0 ? { code: 'validation', params: { count } } : null;
};

type SubmitParts = { readonly random: RandomBytes; readonly now: () => number };

/**
 * Puts a document into the Outbox as it stands in the store, and keeps that as a version. Refused, and nothing
 * changed: without a Network (`forbidden`), while two versions of a field wait (`two-versions`), when it was
 * submitted already, and where the checks find errors (`validation`, with their count).
 */
export const submitDocument = async (
  space: Space,
  resources: Resources,
  id: DocId,
  { random, now }: SubmitParts,
): Promise<Result<void, Failure>> => {
  const submission = makeSubmissionId(now(), random);
  let refusal: Failure | null = null;
  const written = await tryStore(() =>
    space.documents.update(id, (state) => {
      refusal = state ? whyNot(space, resources, state) : { code: 'not-found' };
      return state && refusal === null ? requestSubmission(state, submission, now()) : state;
    }),
  );
  if (!written.ok) return written;
  if (refusal !== null) return err(refusal);
  space.sync?.wake();
  const submitted = written.value;
  if (submitted !== undefined) {
    const cause = { kind: 'submitted', round: submitted.round } as const;
    await keepVersion(space, submitted, resources.find(submitted.template), { cause, at: now() });
  }
  return ok(undefined);
};
