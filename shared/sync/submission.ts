import { referredFiles } from '#shared/domain/attachment.ts';
import { isClosed } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { canHandOver } from '#shared/domain/review.ts';
import type { Failure } from '#shared/errors.ts';
import { newerReceipt } from './apply-change.ts';
import { liveFields } from './base.ts';
import { hashOf } from './content-hash.ts';

import { type DocumentState, hasUnsentEdits, type Submitted } from './document-state.ts';
import type { SubmittedRound } from './protocol.ts';

/** Whether a submission may be asked for now, as far as sending is concerned; findings are checked before. */
export const canSubmit = (state: DocumentState): boolean =>
  state.presence.at === 'here' &&
  canHandOver(state.role) &&
  state.submission === null &&
  state.conflicts.length === 0 &&
  (state.stage === 'draft' || state.stage === 'returned');

/** The person pressed Submit: what is on the screen now is what will be handed over. */
export const requestSubmission = (state: DocumentState, id: SubmissionId, now: number): DocumentState => ({
  ...state,
  submission: {
    id,
    round: state.round,
    contentHash: hashOf(state, state.local),
    madeAt: now,
    body: null,
    isCancelling: false,
    isHandedOver: false,
  },
  attention: null,
  savedAt: now,
});

/** A bundle takes it along: from here on only the Network can say that it will never be received (OB9). */
export const handedOver = (state: DocumentState): DocumentState =>
  state.submission === null ? state : { ...state, submission: { ...state.submission, isHandedOver: true } };

/** The bundle that would have taken this submission along was never there: it is where it was before. */
export const stayedHere = (state: DocumentState, id: SubmissionId): DocumentState => {
  const { submission } = state;
  if (submission?.id !== id) return state;
  const stayed = { ...state, submission: { ...submission, isHandedOver: false } };
  return submission.isCancelling ? takeBack(stayed) : stayed;
};

/**
 * Takes a submission back: at once where nobody else can have it, neither by the wire nor in a bundle; else as soon
 * as the Network says that it will never be received (SU6, SU9, OB9).
 */
export const takeBack = (state: DocumentState): DocumentState => {
  const { submission } = state;
  if (submission === null) return state;
  const isOnlyHere = submission.body === null && !submission.isHandedOver;
  return { ...state, submission: isOnlyHere ? null : { ...submission, isCancelling: true } };
};

/** The Network will never receive it: the document is a draft again. */
export const cancelled = (state: DocumentState): DocumentState => ({ ...state, submission: null });

/**
 * Freezes the body of a submission once the Network has every edit. When the content is no longer
 * what the person saw (another laptop changed it), the submission ends instead.
 */
export const prepareSubmission = (state: DocumentState): DocumentState => {
  const { submission, receipt } = state;
  if (submission === null || submission.body !== null || submission.isCancelling) return state;
  // A colleague handed over the very same for this person (OB7).
  if (receipt?.round === submission.round && receipt.contentHash === submission.contentHash) {
    return { ...state, submission: null, attention: null };
  }
  // Another laptop handed it over meanwhile, and the Network has decided: nothing more will be sent.
  if (isClosed(state.stage)) return endSubmission(state, { code: 'document-closed' });
  if (hasUnsentEdits(state)) return state;
  if (state.conflicts.length > 0 || hashOf(state, liveFields(state.base)) !== submission.contentHash) {
    return endSubmission(state, { code: 'stale-revision' });
  }
  const body = {
    doc: state.id,
    rev: state.rev,
    round: submission.round,
    contentHash: submission.contentHash,
    attachments: [...referredFiles(liveFields(state.base))],
    template: state.template,
  };
  return { ...state, submission: { ...submission, body } };
};

/** What was received, where it is what the Network has of the document now. */
const submittedNow = (state: DocumentState, { round, contentHash }: Receipt): Submitted | null => {
  const fields = liveFields(state.base);
  return hashOf(state, fields) === contentHash ? { round, contentHash, fields } : null;
};

/**
 * What the Network says was received, if it has the hash of the receipt. `template`: the form that it was of then;
 * the document may have gone over to a later one since.
 */
export const withSubmitted = (
  state: DocumentState,
  { round, template, fields }: Pick<SubmittedRound, 'round' | 'template' | 'fields'>,
): DocumentState => {
  const { receipt } = state;
  if (receipt?.round !== round || hashOf({ ...state, template }, fields) !== receipt.contentHash)
    return state;
  return { ...state, submitted: { round, contentHash: receipt.contentHash, fields } };
};

/**
 * The Network has this round: the receipt is the only source of "Received". A receipt for other content
 * (another laptop submitted first) is kept, but the document then asks for attention: what the person
 * handed over here is not what was received.
 */
export const receive = (state: DocumentState, receipt: Receipt): DocumentState => {
  const { submission } = state;
  const isCurrent = receipt.round === state.round && (state.stage === 'draft' || state.stage === 'returned');
  const isOther = submission !== null && receipt.contentHash !== submission.contentHash;
  return {
    ...state,
    submission: null,
    receipt: newerReceipt(state.receipt, receipt),
    submitted: submittedNow(state, receipt) ?? state.submitted,
    stage: isCurrent ? 'submitted' : state.stage,
    attention: isOther ? { code: 'already-submitted' } : null,
  };
};

/** The Network refused: the document is a draft again in the same round, with the reason. */
export const endSubmission = (state: DocumentState, attention: Failure): DocumentState => ({
  ...state,
  submission: null,
  attention,
});
