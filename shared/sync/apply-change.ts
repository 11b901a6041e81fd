import { isClosed } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { type Base, liveFields, liveValue } from './base.ts';
import { withComments, withLostComments } from './comments.ts';
import { comparedText, compareTexts } from './compare.ts';
import { type DocumentState, hasUnsentEdits, type Presence, unshared } from './document-state.ts';
import { isProse } from './merge.ts';
import { type DocChange, type FieldChange, type FieldState, isPatch } from './protocol.ts';
import { rebase, withNewer } from './rebase.ts';
import { applySplices, baseHash } from './splice.ts';
import { withToldTemplate } from './template-upgrade.ts';

/** A change whose fields are all states: nothing in it hangs on what the laptop has. */
type Resolved = Omit<DocChange, 'fields'> & { readonly fields: Readonly<Record<FieldPath, FieldState>> };

/** A told field as a state; undefined where it is splices of a text that this base does not have (FE7). */
const resolveField = (known: FieldState | undefined, field: FieldChange): FieldState | undefined => {
  if (!isPatch(field)) return field;
  // An older telling of what is known already, or of the same.
  if (known !== undefined && known.fr >= field.fr) return known;
  if (known?.fr !== field.from || typeof known.v !== 'string' || baseHash(known.v) !== field.h)
    return undefined;
  const text = applySplices(known.v, field.p);
  return text === undefined ? undefined : { v: text, fr: field.fr };
};

/** A change with its texts put together; undefined where the document must be read whole instead. */
export const resolveChange = (base: Base, change: DocChange): Resolved | undefined => {
  const fields: Record<FieldPath, FieldState> = {};
  for (const [path, field] of Object.entries(change.fields)) {
    const resolved = resolveField(base[path], field);
    if (resolved === undefined) return undefined;
    fields[path] = resolved;
  }
  return { ...change, fields };
};

/** Whether a change can only be understood with more than it says. */
export const needsWhole = (state: DocumentState | undefined, change: DocChange): boolean => {
  if (change.access === 'none' || change.deleted === true) return false;
  // Of a document that is not here, a part would look like all of it.
  return (state === undefined && !change.whole) || resolveChange(state?.base ?? {}, change) === undefined;
};

/** What the Network tells of a document beside its fields. */
const withTold = (state: DocumentState, change: DocChange): DocumentState => ({
  ...state,
  role: change.role ?? state.role,
  members: change.members ?? state.members,
  endorsements: change.endorsements ?? state.endorsements,
  comments: withComments(state.comments, change.comments ?? []),
});

const fromNetwork = (change: Resolved, now: number): DocumentState =>
  withTold(
    {
      ...unshared,
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
      lastN: 0,
      outgoing: null,
      submission: null,
      receipt: change.receipt ?? null,
      attention: null,
    },
    change,
  );

/** The receipt of the later round; the one told now where both are of the same. */
export const newerReceipt = (known: Receipt | null, told: Receipt | undefined): Receipt | null =>
  told !== undefined && (known === null || told.round >= known.round) ? told : known;

/**
 * The base after a whole telling: a field that is not named was removed, and its tombstone may be forgotten
 * there (FE6). What this laptop knows to be newer than the telling stays.
 */
const wholeBase = (base: Base, { rev, fields }: Resolved): Base => ({
  ...Object.fromEntries(Object.entries(base).filter(([path, field]) => field.fr >= rev || path in fields)),
  ...withNewer(Object.fromEntries(Object.entries(base).filter(([path]) => path in fields)), fields),
});

/** Deleted at the Network, or shut out of it: kept as it stands here, to be copied by the person (ME4). What
 * is on its way stays frozen: it may have arrived, and n goes on from there if the document comes back (EL4). */
const gone = (state: DocumentState, why: 'deleted' | 'no-access', now: number): DocumentState => {
  if (state.presence.at === 'gone') return state;
  if (state.presence.at === 'bin') return { ...state, presence: { ...state.presence, isTold: true } };
  return { ...state, submission: null, presence: { at: 'gone', since: now, why } };
};

/** Where a document is that the Network has: what lies in the bin is still to be deleted there. */
const knownThere = ({ presence }: DocumentState): Presence =>
  presence.at === 'bin' ? { ...presence, isTold: false } : { at: 'here' };

/** Whether a change ends the time in which the Network takes edits. */
const closes = (state: DocumentState, change: DocChange): boolean =>
  !isClosed(state.stage) && isClosed(change.stage);

/**
 * A document's changes from the feed. Idempotent: the same page twice changes nothing more. undefined where
 * there is nothing to keep. Ask `needsWhole` before; a change that needs the whole is left alone here.
 */
export function applyChange(state: DocumentState, change: DocChange, now: number): DocumentState;
export function applyChange(
  state: DocumentState | undefined,
  change: DocChange,
  now: number,
): DocumentState | undefined;
export function applyChange(
  state: DocumentState | undefined,
  change: DocChange,
  now: number,
): DocumentState | undefined {
  const isGone = change.access === 'none' || change.deleted === true;
  if (isGone) return state && gone(state, change.deleted ? 'deleted' : 'no-access', now);
  const resolved = resolveChange(state?.base ?? {}, change);
  if (resolved === undefined) return state;
  if (state === undefined) return fromNetwork(resolved, now);
  const base = change.whole ? wholeBase(state.base, resolved) : withNewer(state.base, resolved.fields);
  const known = withTold(rebase(state, base), change);
  const here = { ...known, presence: knownThere(state) };
  if (change.rev < state.rev) return here;
  return {
    ...here,
    ...withToldTemplate(here, change.template),
    rev: change.rev,
    stage: change.stage,
    round: change.round,
    receipt: newerReceipt(state.receipt, change.receipt),
    // What was not sent in time will never be taken: the person is told, and can make a copy (EL14, CL7).
    attention: closes(state, change) && hasUnsentEdits(here) ? { code: 'document-closed' } : here.attention,
  };
}

/** Where a document is of which another Network has never heard. */
const unknownThere = ({ presence }: DocumentState): Presence =>
  presence.at === 'bin' ? { ...presence, isTold: true } : presence;

/**
 * What is on the screen where the Network's side of an open conflict is about to be forgotten: of a text, the words
 * of both (MG5). Of anything else the person's own stays.
 */
const withBothSides = ({ local, base, conflicts, origins }: DocumentState): DocumentState['local'] => {
  const kept = conflicts.flatMap((path) => {
    const [mine, theirs, origin] = [local[path], liveValue(base[path]), origins[path]];
    if (typeof mine !== 'string' || typeof theirs !== 'string' || !isProse(theirs)) return [];
    const comparison = compareTexts(typeof origin === 'string' ? origin : '', theirs, mine);
    const both = Array.from({ length: comparison.places }, (_, place) => [place, 'both'] as const);
    return [[path, comparedText(comparison, new Map(both))] as const];
  });
  return kept.length === 0 ? local : { ...local, ...Object.fromEntries(kept) };
};

/** Whether another Network lacks the receipt or the submission that this laptop has. */
const isForgotten = ({ receipt, submission }: DocumentState, told: Receipt | undefined): boolean => {
  const knowsReceipt =
    receipt === null ||
    (told !== undefined && (told.round > receipt.round || told.receiptNo === receipt.receiptNo));
  const knowsSubmission =
    submission === null || (told?.round === submission.round && told.contentHash === submission.contentHash);
  return !knowsReceipt || !knowsSubmission;
};

/**
 * Another Network than the one known so far (new epoch): what it tells is all that it has. `own`: the account of
 * this space.
 */
export const applyWhole = (
  state: DocumentState | undefined,
  change: DocChange | undefined,
  now: number,
  own: string | null,
): DocumentState | undefined => {
  const isGone = change !== undefined && (change.access === 'none' || change.deleted === true);
  if (state === undefined || isGone) {
    const known = change && applyChange(state, change, now);
    // This laptop has another name there: its elements are counted anew.
    return known && recount(known);
  }
  const forgotten: DocumentState = {
    ...state,
    local: withBothSides(state),
    upgradedFrom: null,
    rev: 0,
    stage: 'draft',
    round: 1,
    lastN: 0,
    outgoing: null,
    submission: null,
    receipt: null,
    submitted: null,
    members: [],
    endorsements: [],
    comments: withLostComments(state.comments, change?.comments ?? [], own),
    attention: isForgotten(state, change?.receipt) ? { code: 'epoch-changed' } : state.attention,
  };
  const nothingOpen = { base: {}, conflicts: [], origins: {} };
  if (change === undefined)
    return { ...forgotten, ...nothingOpen, role: 'author', presence: unknownThere(state) };
  const resolved = resolveChange({}, change);
  if (resolved === undefined) return state;
  const { rev, stage, round } = change;
  const receipt = change.receipt ?? null;
  // Merged without a common origin: what a restored Network has may be older than what was received from
  // here, so that a difference is the person's to settle and an absence is never a removal.
  const form = withToldTemplate(forgotten, change.template);
  const merged = rebase(
    { ...forgotten, ...form, ...nothingOpen, rev, stage, round, receipt },
    resolved.fields,
  );
  return { ...withTold(merged, change), presence: knownThere(state) };
};

/**
 * The Network counts the elements of this laptop further than the laptop does (an older copy of the disk
 * was put back): under a new client id n begins again, and what was frozen is frozen anew.
 */
export const recount = (state: DocumentState): DocumentState => ({ ...state, lastN: 0, outgoing: null });
