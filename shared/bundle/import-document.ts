import { isClosed } from '#shared/domain/document.ts';
import { type FieldPath, isWithin } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Role } from '#shared/domain/review.ts';
import { newerReceipt } from '#shared/sync/apply-change.ts';
import { liveValue } from '#shared/sync/base.ts';
import { withComments } from '#shared/sync/comments.ts';
import { changedPaths } from '#shared/sync/diff.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';
import { restoreItems, settle } from '#shared/sync/merge.ts';
import { canPutBack, putBack } from '#shared/sync/presence.ts';
import { rebase, withNewer } from '#shared/sync/rebase.ts';
import { cancelled, endSubmission, receive } from '#shared/sync/submission.ts';
import { upgradeTemplate, withToldTemplate } from '#shared/sync/template-upgrade.ts';
import type { BundleDocument, Refusal } from './bundle-document.ts';

/** How a document of a bundle stands to the one on this laptop. */
export type Standing = {
  readonly standing: 'new' | 'same' | 'differs' | 'older';
  /** Fields in which they differ; a removed or added item counts once. */
  readonly fields: readonly FieldPath[];
};

const pathsOf = (...maps: readonly FieldMap[]): readonly FieldPath[] => [
  ...new Set(maps.flatMap((map) => Object.keys(map))),
];

/** What was written on the other laptop and is not at the Network. */
const unsentPaths = ({ base, local }: BundleDocument): readonly FieldPath[] =>
  pathsOf(local, base as unknown as FieldMap).filter(
    (path) => !sameValue(local[path], liveValue(base[path])),
  );

/** For the preview: what importing a document would meet. */
export const standingOf = (theirs: BundleDocument, mine: DocumentState | undefined): Standing => {
  if (mine === undefined) return { standing: 'new', fields: [] };
  const differing = pathsOf(theirs.local, mine.local).filter(
    (path) => !sameValue(theirs.local[path], mine.local[path]),
  );
  const fields = differing.filter((path) => !differing.some((one) => one !== path && isWithin(path, one)));
  if (fields.length === 0) return { standing: 'same', fields };
  const isBehind = theirs.rev < mine.rev && unsentPaths(theirs).length === 0;
  return { standing: isBehind ? 'older' : 'differs', fields };
};

/** Whether the bundle has another version of a field of which an earlier bundle's still waits for the person. */
const wouldDisplace = (theirs: BundleDocument, { handed = {}, local }: DocumentState): boolean =>
  unsentPaths(theirs).some((path) => {
    const [open, value] = [handed[path], theirs.local[path]];
    return (
      open !== undefined && value !== undefined && !sameValue(open, value) && !sameValue(local[path], value)
    );
  });

/**
 * Why a document of a bundle cannot come to the one of its id that is here: it is of another kind, it has left the
 * Desk for a reason that only the Network can undo, or what an earlier bundle brought waits for the person's choice:
 * of a field in conflict there are two versions, and a third would take the place of one.
 */
export const obstacleTo = (
  theirs: BundleDocument,
  mine: DocumentState | undefined,
): 'other-kind' | 'deleted' | 'no-access' | 'choice-open' | null => {
  if (mine === undefined) return null;
  if (mine.kind !== theirs.kind) return 'other-kind';
  if (mine.presence.at === 'gone') return mine.presence.why;
  if (mine.presence.at === 'bin' && !canPutBack(mine)) return 'deleted';
  return wouldDisplace(theirs, mine) ? 'choice-open' : null;
};

/** What the account of this laptop may do with a document that it did not have: what the members say. */
const roleFor = ({ members }: BundleDocument, madeBy: string | null, own: string | null): Role =>
  members.find(({ account, state }) => account === own && state === 'member')?.role ??
  // Of somebody else's document nothing is sent as one's own before the Network says what one may do.
  (madeBy === own ? 'author' : 'reader');

const comments = (theirs: BundleDocument, mine: DocumentState['comments']) =>
  withComments(mine, theirs.comments);

/** As it is, but that a part without its item has it again, as after any other merge. */
const fresh = (theirs: BundleDocument, madeBy: string | null, own: string | null): DocumentState =>
  rebase(
    {
      ...newDocument(theirs.id, theirs.kind, theirs.template, theirs.local, theirs.createdAt),
      savedAt: theirs.savedAt,
      upgradedFrom: theirs.rev > 0 ? (theirs.upgradedFrom ?? null) : null,
      rev: theirs.rev,
      stage: theirs.stage,
      round: theirs.round,
      base: theirs.base,
      role: roleFor(theirs, madeBy, own),
      members: theirs.members,
      comments: comments(theirs, []),
      receipt: theirs.receipt,
    },
    theirs.base,
  );

/** Takes the edits that the other laptop had not sent: merged by their kind; what cannot be is kept on both sides. */
const withUnsent = (state: DocumentState, theirs: BundleDocument): DocumentState => {
  const local: Record<FieldPath, FieldValue> = { ...state.local };
  const handed: Record<FieldPath, FieldValue> = { ...state.handed };
  const origins: Record<FieldPath, FieldValue> = { ...state.origins };
  const edited: FieldPath[] = [];
  for (const path of unsentPaths(theirs)) {
    const [before, value] = [liveValue(theirs.base[path]), theirs.local[path]];
    // What they had is what the Network's newer version was merged into, if this laptop knows one.
    const settled = settle(path, before, value, local[path]);
    if (settled.take === 'theirs' && value === undefined) delete local[path];
    else if (settled.take === 'theirs' && value !== undefined) local[path] = value;
    else if (settled.take === 'merged') local[path] = settled.value;
    else if (settled.take === 'both' && value !== undefined) {
      handed[path] = value;
      if (before !== undefined) origins[path] ??= before;
    }
    if (local[path] !== undefined) edited.push(path);
  }
  const whole = restoreItems(local, edited, () => ({ ...theirs.local, ...state.local }));
  const conflicts = [...new Set([...state.conflicts, ...Object.keys(handed)])].sort();
  const merged = { ...state, local: whole, origins, conflicts };
  return Object.keys(handed).length === 0 ? merged : { ...merged, handed };
};

/** Whether a document of a bundle has a receipt of a later round than is known here. */
export const bringsReceipt = (theirs: BundleDocument, mine: DocumentState | undefined): boolean =>
  theirs.receipt !== null && theirs.receipt.round > (mine?.receipt?.round ?? 0);

/** What the other laptop knew of the Network and this one did not: a later revision, a later round's receipt. */
const withTold = (state: DocumentState, theirs: BundleDocument): DocumentState => {
  const { rev, stage, round, receipt, members } = theirs;
  const isReceived = receipt !== null && bringsReceipt(theirs, state);
  if (rev < state.rev || (rev === state.rev && !isReceived)) return state;
  const told = {
    ...state,
    ...(rev > state.rev ? withToldTemplate(state, theirs.upgradedFrom ?? theirs.template) : {}),
    ...{ rev, stage, round, members: members.length > 0 ? members : state.members },
  };
  const isShut = !isClosed(state.stage) && isClosed(stage);
  const isLate = isShut && changedPaths(told.base, told.local, told.conflicts).length > 0;
  // A colleague handed it over for this person, and brings the receipt back (OB8).
  if (isReceived && isAskedFor(told, receipt)) return { ...receive(told, receipt), stage, round };
  return {
    ...told,
    receipt: newerReceipt(state.receipt, receipt ?? undefined),
    // As when the feed tells it: what was not sent in time will never be taken (EL14).
    attention: isLate ? { code: 'document-closed' } : told.attention,
  };
};

/** What the Network refused of this laptop's own, where a colleague had sent it (OB10). */
export const refusalFor = (
  theirs: BundleDocument,
  mine: Pick<DocumentState, 'submission'> | undefined,
): Refusal | undefined => theirs.refusals?.find(({ submission }) => submission === mine?.submission?.id);

/** As if this laptop had sent it and heard the answer: a draft again, with the reason. */
const withRefusal = (state: DocumentState, theirs: BundleDocument): DocumentState => {
  const refusal = refusalFor(theirs, state);
  if (refusal === undefined) return state;
  return state.submission?.isCancelling ? cancelled(state) : endSubmission(state, refusal.failure);
};

/** Whether a receipt is of what this laptop has asked to hand over. */
const isAskedFor = ({ submission }: DocumentState, { round, contentHash }: Receipt): boolean =>
  submission !== null && submission.round === round && submission.contentHash === contentHash;

/**
 * A document of a bundle comes to this laptop: as it is where there is none of its id, else merged, the Network's
 * newer fields as a page of the feed is and the other laptop's unsent edits as another version. Where the two are on
 * different versions of their form, the later one stands (TV3). One that lies in the bin is put back: it is asked for.
 * Nothing of either side is lost, and the same bundle again changes nothing more. `now`: when the person said so, in milliseconds.
 */
export const importDocument = (
  mine: DocumentState | undefined,
  theirs: BundleDocument,
  { madeBy, own, now }: { readonly madeBy: string | null; readonly own: string | null; readonly now: number },
): DocumentState => {
  if (mine === undefined) return fresh(theirs, madeBy, own);
  if (obstacleTo(theirs, mine) !== null) return mine;
  const here = putBack(mine, now);
  const rebased = rebase(here, withNewer(here.base, theirs.base));
  const told = withRefusal(
    withTold({ ...rebased, comments: comments(theirs, here.comments) }, theirs),
    theirs,
  );
  const merged = withUnsent(upgradeTemplate(told, theirs.template, now), theirs);
  const isChanged =
    !sameLocal(merged.local, here.local) ||
    merged.conflicts.length !== here.conflicts.length ||
    merged.template !== here.template;
  return { ...merged, savedAt: isChanged ? now : here.savedAt };
};

const sameLocal = (one: FieldMap, other: FieldMap): boolean =>
  pathsOf(one, other).every((path) => sameValue(one[path], other[path]));
