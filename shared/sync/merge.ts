import type { FieldPath } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { isItemId } from '#shared/domain/ids.ts';
import { type Base, liveValue } from './base.ts';

/** What a merge leaves: the values on the screen, and the paths that the person must settle. */
export type Merged = { readonly local: FieldMap; readonly conflicts: readonly FieldPath[] };

/** `both`: both sides changed it; mine stays on the screen, theirs in the base. */
type Settled = 'mine' | 'theirs' | 'both';

const isPosition = (path: FieldPath): boolean => path.endsWith('/pos');

/** One field on both sides (merge3 of the protocol; text is not merged by words yet). */
const settle = (
  path: FieldPath,
  before: FieldValue | undefined,
  theirs: FieldValue | undefined,
  mine: FieldValue | undefined,
): Settled => {
  if (sameValue(mine, theirs) || sameValue(mine, before)) return 'theirs';
  if (sameValue(theirs, before)) return 'mine';
  if (isPosition(path)) return 'theirs';
  // An edit beats a removal, whoever removed: nothing that somebody typed goes away unseen.
  if (mine === undefined) return 'theirs';
  if (theirs === undefined) return 'mine';
  return 'both';
};

/** `list/<item>` for every item that `path` lies in, itself included. */
const itemsAbove = (path: FieldPath): readonly FieldPath[] => {
  const parts = path.split('/');
  return parts.flatMap((part, index) =>
    index % 2 === 1 && isItemId(part) ? [parts.slice(0, index + 1).join('/')] : [],
  );
};

/** True for the cells of a budget: their last part names a column, not an item of its own. */
const isCell = (path: FieldPath): boolean => /\/amount\/[^/]+$/.test(path);

/**
 * Brings items back whose parts somebody edited while another person removed them: an edited part
 * without its item would be kept but never shown.
 */
const restoreItems = (local: FieldMap, edited: readonly FieldPath[]): FieldMap => {
  const missing = edited
    .flatMap((path) => (isCell(path) ? itemsAbove(path).slice(0, -1) : itemsAbove(path)))
    .filter((item) => local[item] === undefined);
  return missing.length === 0
    ? local
    : { ...local, ...Object.fromEntries(missing.map((item) => [item, true] as const)) };
};

/**
 * Merges what the Network changed (`oldBase` → `newBase`) into what is on the screen. A field that
 * only one side changed takes that side; one that both changed keeps both and becomes a conflict.
 * `mineSent`: what an element on its way already carries, so that its own echo is no conflict.
 */
export const mergeFields = (
  oldBase: Base,
  newBase: Base,
  local: FieldMap,
  conflicts: readonly FieldPath[],
  mineSent: Readonly<Record<FieldPath, FieldValue | null>> = {},
): Merged => {
  const merged: Record<FieldPath, FieldValue> = { ...local };
  const open = new Set(conflicts);
  const edited: FieldPath[] = [];
  for (const path of new Set([...Object.keys(oldBase), ...Object.keys(newBase)])) {
    if (open.has(path)) continue;
    const theirs = liveValue(newBase[path]);
    const sent = mineSent[path];
    const isEcho = sent !== undefined && sameValue(sent ?? undefined, theirs);
    const mine = local[path];
    const take = settle(path, isEcho ? theirs : liveValue(oldBase[path]), theirs, mine);
    if (take === 'both') open.add(path);
    if ((mine === undefined) !== (theirs === undefined) && !isPosition(path)) edited.push(path);
    if (take !== 'theirs') continue;
    if (theirs === undefined) delete merged[path];
    else merged[path] = theirs;
  }
  const kept = [...open].filter((path) => !sameValue(merged[path], liveValue(newBase[path])));
  const unsent = Object.keys(merged).filter(
    (path) => !isPosition(path) && !sameValue(merged[path], liveValue(newBase[path])),
  );
  const surviving = [...edited.filter((path) => merged[path] !== undefined), ...unsent];
  return { local: restoreItems(merged, surviving), conflicts: kept.sort() };
};
