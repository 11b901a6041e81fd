import type { AddedVersion, OpenedVersion } from '#renderer/data/version-repository.ts';
import { isClosed } from '#shared/domain/document.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { canEdit } from '#shared/domain/review.ts';
import { markerReasonId, type Template } from '#shared/domain/template.ts';
import { fieldAt, type PathMeaning } from '#shared/domain/template-paths.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import type { VersionCause, VersionChain } from '#shared/sync/version.ts';
import { differingPaths, valueAt } from '#shared/sync/version-delta.ts';
import { tryStore } from './explain-failure.ts';
import type { KeptVersion } from './kept-version.ts';
import { profileSchema } from './profile.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';

/** What keeping a version needs of a space. */
export type HistorySpace = Pick<Space, 'versions' | 'meta' | 'documents' | 'historyTrouble'>;

/** After so much work without one, a version is kept by itself. */
const everyMs = 30 * 60 * 1000;
/** Colleagues who write at the same time send something every few seconds: not each is a version of its own. */
const mergedEveryMs = 5 * 60 * 1000;

const isTextMeaning = (meaning: PathMeaning | undefined): boolean =>
  meaning !== undefined &&
  (meaning.at === 'markerReason' ||
    meaning.at === 'budgetDescription' ||
    (meaning.at === 'field' && (meaning.field.kind === 'shortText' || meaning.field.kind === 'longText')));

/** Which paths of a form people read as text. */
export const isTextOf =
  (template: Template | undefined) =>
  (path: FieldPath): boolean =>
    template !== undefined && isTextMeaning(fieldAt(template, path));

const alwaysKept: readonly VersionCause['kind'][] = ['submitted', 'before-upgrade', 'restored'];

const zoneMs = (at: number): number => -new Date(at).getTimezoneOffset() * 60_000;

/** One version a moment; its failure is the history's trouble, and never that of what it describes. */
export const keepVersion = async (
  space: HistorySpace,
  state: DocumentState,
  template: Template | undefined,
  kept: { readonly cause: VersionCause; readonly at: number; readonly name?: string | null },
): Promise<Result<AddedVersion, Failure>> => {
  const added = await tryStore(async () => {
    const profile = await space.meta.read('profile', profileSchema);
    const newest = await space.versions.newestAt(state.id);
    const add = (always: boolean): Promise<AddedVersion> =>
      space.versions.add(state.id, {
        at: kept.at,
        by: profile?.name ?? '',
        cause: kept.cause,
        name: null,
        template: state.template,
        fields: state.local,
        isText: isTextOf(template),
        always,
      });
    const name = kept.name?.trim() ?? '';
    const known = await add(alwaysKept.includes(kept.cause.kind));
    // A name that the same content has already stays: the new one is another moment of it.
    const hasOtherName = name !== '' && known.header.name !== null && known.header.name !== name;
    const version = hasOtherName ? await add(true) : known;
    if (name !== '') await space.versions.rename(state.id, version.seq, name);
    // Once a day of work is enough: nothing of today is thinned.
    const isAnotherDay =
      newest !== null && new Date(newest).toDateString() !== new Date(kept.at).toDateString();
    if (isAnotherDay) await space.versions.thin(state.id, kept.at, zoneMs(kept.at));
    return version;
  });
  space.historyTrouble.set(added.ok ? null : added.error);
  return added;
};

/** Keeps what is on the disk because the person asked for it, under a name where there is one. */
export const keepAsked = async (
  space: HistorySpace,
  doc: DocId,
  forms: Pick<Resources, 'find'>,
  name: string | null,
  at: number,
): Promise<Result<KeptVersion, Failure>> => {
  const read = await tryStore(() => space.documents.read(doc));
  if (!read.ok) return read;
  if (read.value === undefined) return err({ code: 'not-found' });
  const kept = await keepVersion(space, read.value, forms.find(read.value.template), {
    cause: { kind: 'kept' },
    at,
    name,
  });
  if (!kept.ok) return kept;
  const { seq, header, isNew } = kept.value;
  return ok({ seq, name: name ?? header.name, isNew });
};

/**
 * After a save of the person's own: where the newest version is half an hour old, what stood before the save is
 * kept. So the first word of a new day keeps what the last one ended with, and long work has a version every half hour.
 */
export const noteWork = async (
  space: HistorySpace,
  before: DocumentState,
  template: Template,
  now: number,
): Promise<void> => {
  if (before.savedAt === before.createdAt) return;
  const newest = await tryStore(() => space.versions.newestAt(before.id));
  const since = newest.ok ? (newest.value ?? before.createdAt) : now;
  // A clock that was set back does not put it off for ever.
  if (now - since < everyMs && since <= now) return;
  await keepVersion(space, before, template, { cause: { kind: 'automatic' }, at: before.savedAt });
};

/**
 * What this laptop had before something of another one is merged into it. null: the newest version is of the same
 * few minutes, and nothing of the person's own was saved since.
 */
export const noteMerge = async (
  space: HistorySpace,
  before: DocumentState,
  template: Template | undefined,
  now: number,
): Promise<Result<AddedVersion | null, Failure>> => {
  const listed = await tryStore(() => space.versions.list(before.id));
  const newest = listed.ok ? listed.value[0] : undefined;
  const isJustMerged = newest?.header?.cause.kind === 'merged' && now - newest.at < mergedEveryMs;
  if (isJustMerged && before.savedAt <= newest.at) return ok(null);
  return keepVersion(space, before, template, { cause: { kind: 'merged' }, at: now });
};

/** Takes the versions of a document in that came from another laptop, and thins them as those of this one. */
export const takeHistory = async (
  space: Pick<Space, 'versions'>,
  doc: DocId,
  chain: VersionChain,
  now: number,
): Promise<void> => {
  if (chain.length === 0) return;
  await space.versions.import(doc, chain);
  await space.versions.thin(doc, now, zoneMs(now));
};

/** Whether the form can take a document's values now. */
const isEditable = (state: DocumentState): boolean =>
  state.submission === null && !isClosed(state.stage) && canEdit(state.role) && state.presence.at === 'here';

const belongsTo = (path: FieldPath, field: FieldPath): boolean =>
  rootOf(path) === field || rootOf(path) === markerReasonId(field);

/** The edits that put values back, of one field or all; also at places that the form no longer has. */
export const editsToRestore = (
  now: FieldMap,
  then: FieldMap,
  field: FieldPath | null,
): ReadonlyMap<FieldPath, FieldValue | undefined> =>
  new Map(
    differingPaths(now, then)
      .filter((path) => field === null || belongsTo(path, field))
      .map((path) => [path, valueAt(then, path)]),
  );

/**
 * Puts back what a version held, as an ordinary edit that is sent like any other. What stands before it is kept as a
 * version first, and nothing is put back where that cannot be; what comes of it is a new version.
 */
export const restoreVersion = async (
  space: HistorySpace & Pick<Space, 'sync'>,
  doc: DocId,
  seq: number,
  template: Template,
  field: FieldPath | null,
  now: () => number,
): Promise<Result<void, Failure>> => {
  const read = await tryStore(() => space.documents.read(doc));
  if (!read.ok) return read;
  const opened = await tryStore(() => space.versions.read(doc, seq));
  if (!opened.ok) return opened;
  const version: Result<OpenedVersion, Failure> = opened.value;
  if (!version.ok) return version;
  if (read.value === undefined || !isEditable(read.value)) return err({ code: 'document-closed' });
  const before = await keepVersion(space, read.value, template, {
    cause: { kind: 'before-restore' },
    at: now(),
  });
  if (!before.ok) return before;
  const { fields, header } = version.value;
  const written = await tryStore(() =>
    space.documents.update(doc, (state) =>
      state && isEditable(state) ? edit(state, editsToRestore(state.local, fields, field), now()) : state,
    ),
  );
  if (!written.ok) return written;
  if (written.value !== undefined) {
    const cause = { kind: 'restored', from: header.at, field } as const;
    await keepVersion(space, written.value, template, { cause, at: now() });
  }
  space.sync?.noteEdit();
  return ok(undefined);
};
