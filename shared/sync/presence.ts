import type { DocId } from '#shared/domain/ids.ts';
import { type DocumentState, newDocument } from './document-state.ts';

/** Whether the person may put a document into the bin: a draft of their own that was never received. */
export const canBin = (state: DocumentState): boolean =>
  state.presence.at === 'here' &&
  state.role === 'author' &&
  state.stage === 'draft' &&
  state.receipt === null &&
  state.submission === null;

/** Into the bin. What the Network never saw needs to be told to nobody. */
export const bin = (state: DocumentState, now: number): DocumentState =>
  canBin(state)
    ? { ...state, presence: { at: 'bin', since: now, isTold: state.rev === 0 && state.outgoing === null } }
    : state;

/** Whether a binned document can be put back as it is: the Network has not deleted it yet, or never had it. */
export const canPutBack = ({ presence, rev }: DocumentState): boolean =>
  presence.at === 'bin' && (!presence.isTold || rev === 0);

export const putBack = (state: DocumentState, now: number): DocumentState =>
  canPutBack(state) ? { ...state, presence: { at: 'here' }, savedAt: now } : state;

/**
 * The Network has deleted what was put into the bin, or does not have it. What is on its way stays frozen: put
 * back, the document goes on with the same element (EL4).
 */
export const deletionTold = (state: DocumentState): DocumentState =>
  state.presence.at === 'bin' ? { ...state, presence: { ...state.presence, isTold: true } } : state;

/** The Network would not delete it: it is here again, and says why. */
export const deletionRefused = (
  state: DocumentState,
  attention: NonNullable<DocumentState['attention']>,
): DocumentState => (state.presence.at === 'bin' ? { ...state, presence: { at: 'here' }, attention } : state);

/** A new document with what stands on this laptop; mine of every conflict. */
export const copyAs = (state: DocumentState, id: DocId, now: number): DocumentState =>
  newDocument(id, state.kind, state.template, state.local, now);
