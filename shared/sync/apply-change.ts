import type { Receipt } from '#shared/domain/receipt.ts';
import { liveFields } from './base.ts';

import type { DocumentState } from './document-state.ts';
import type { DocChange } from './protocol.ts';
import { rebase, withNewer } from './rebase.ts';

const fromNetwork = (change: DocChange, now: number): DocumentState => ({
  id: change.id,
  kind: change.kind,
  template: change.template,
  createdAt: now,
  savedAt: now,
  rev: change.rev,
  stage: change.stage,
  round: change.round,
  base: change.fields,
  local: liveFields(change.fields),
  conflicts: [],
  lastN: 0,
  outgoing: null,
  submission: null,
  receipt: change.receipt ?? null,
  attention: null,
});

/** The receipt of the later round; the one told now where both are of the same. */
export const newerReceipt = (known: Receipt | null, told: Receipt | undefined): Receipt | null =>
  told !== undefined && (known === null || told.round >= known.round) ? told : known;

/** A document's changes from the feed. Idempotent: the same page twice changes nothing more. */
export const applyChange = (
  state: DocumentState | undefined,
  change: DocChange,
  now: number,
): DocumentState => {
  if (state === undefined) return fromNetwork(change, now);
  const known = rebase(state, withNewer(state.base, change.fields));
  if (change.rev < state.rev) return known;
  return {
    ...known,
    rev: change.rev,
    stage: change.stage,
    round: change.round,
    receipt: newerReceipt(state.receipt, change.receipt),
  };
};

/** Another Network than the one known so far (new epoch): what it tells is all that it has. */
export const applyWhole = (
  state: DocumentState | undefined,
  change: DocChange | undefined,
  now: number,
): DocumentState | undefined => {
  if (state === undefined) return change && fromNetwork(change, now);
  const forgotten: DocumentState = {
    ...state,
    rev: 0,
    stage: 'draft',
    round: 1,
    lastN: 0,
    outgoing: null,
    submission: null,
    receipt: null,
    attention:
      state.receipt === null && state.submission === null ? state.attention : { code: 'epoch-changed' },
  };
  if (change === undefined) return { ...forgotten, base: {}, conflicts: [] };
  const { rev, stage, round } = change;
  const receipt = change.receipt ?? null;
  const attention = receipt === null ? forgotten.attention : null;
  // Merged without a common origin: what a restored Network has may be older than what was received from
  // here, so that a difference is the person's to settle and an absence is never a removal.
  return rebase(
    { ...forgotten, base: {}, conflicts: [], rev, stage, round, receipt, attention },
    change.fields,
  );
};

/**
 * The Network counts the elements of this laptop further than the laptop does (an older copy of the disk
 * was put back): under a new client id n begins again, and what was frozen is frozen anew.
 */
export const recount = (state: DocumentState): DocumentState => ({ ...state, lastN: 0, outgoing: null });
