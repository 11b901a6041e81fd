import { type FieldPath, isWithin } from '#shared/domain/field-path.ts';
import {
  type FieldMap,
  type FieldValue,
  maxSetMembers,
  maxTextBytes,
  normalValue,
  sameValue,
  utf8Bytes,
} from '#shared/domain/field-value.ts';
import { isItemId } from '#shared/domain/ids.ts';
import { type Base, liveFields, liveValue } from './base.ts';
import { mergedText } from './text-merge.ts';
import { wordsOf } from './text-tokens.ts';

/** What a merge leaves: the values on the screen, and the paths that the person must settle. */
export type Merged = {
  readonly local: FieldMap;
  readonly conflicts: readonly FieldPath[];
  /** What both sides of each conflict began with. */
  readonly origins: FieldMap;
};

/** `both`: both sides changed it; mine stays on the screen, theirs in the base. */
export type Settled =
  | { readonly take: 'mine' | 'theirs' | 'both' }
  | { readonly take: 'merged'; readonly value: FieldValue };

/** Whether a path orders an item in its list. */
export const isPosition = (path: FieldPath): boolean => path.endsWith('/pos');

/**
 * Texts of fewer words are names, titles of posts, addresses and codes: two changes of one are two answers to the
 * same question, and words of both would be an answer that nobody gave.
 */
const fewestWords = 8;

/** Whether a text is long enough to be merged by words. */
export const isProse = (text: string): boolean => wordsOf(text).length >= fewestWords;

const isSet = (value: FieldValue | undefined): value is readonly string[] => Array.isArray(value);

/** What either side added is in; what either side removed is out, unless the other side added it (MG6). */
export const mergeSets = (
  origin: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] => {
  const [before, there, here] = [new Set(origin), new Set(theirs), new Set(mine)];
  const kept = origin.filter((member) => there.has(member) && here.has(member));
  const added = [...theirs, ...mine].filter((member) => !before.has(member));
  return [...new Set([...kept, ...added])].sort();
};

/** A text that was put together of others; undefined where there is none, or it is longer than a field takes. */
export const textOfField = (text: string | undefined): string | undefined =>
  text !== undefined && utf8Bytes(text) <= maxTextBytes ? text : undefined;

/** One field that both sides changed in different ways, where a person need not be asked. */
const mergeValues = (
  before: FieldValue | undefined,
  theirs: FieldValue,
  mine: FieldValue,
): FieldValue | undefined => {
  if (isSet(theirs) && isSet(mine)) {
    const members = mergeSets(isSet(before) ? before : [], theirs, mine);
    return members.length <= maxSetMembers ? members : undefined;
  }
  if (typeof before !== 'string' || typeof theirs !== 'string' || typeof mine !== 'string') return undefined;
  if (!isProse(before)) return undefined;
  return textOfField(mergedText(before, theirs, mine));
};

/** One field on both sides (SPEC.md, MG). */
export const settle = (
  path: FieldPath,
  before: FieldValue | undefined,
  theirs: FieldValue | undefined,
  mine: FieldValue | undefined,
): Settled => {
  if (sameValue(mine, theirs) || sameValue(mine, before)) return { take: 'theirs' };
  if (sameValue(theirs, before)) return { take: 'mine' };
  if (isPosition(path)) return { take: 'theirs' };
  // An edit beats a removal, whoever removed: nothing that somebody typed goes away unseen.
  if (mine === undefined) return { take: 'theirs' };
  if (theirs === undefined) return { take: 'mine' };
  const value = mergeValues(before, theirs, mine);
  return value === undefined ? { take: 'both' } : { take: 'merged', value: normalValue(value) };
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

/** The items that `paths` lie in and that `values` lack; not the column that a cell of a budget names. */
const missingItems = (values: FieldMap, paths: readonly FieldPath[]): readonly FieldPath[] =>
  paths
    .flatMap((path) => (isCell(path) ? itemsAbove(path).slice(0, -1) : itemsAbove(path)))
    .filter((item) => values[item] === undefined);

/**
 * Brings items back whose parts somebody edited while another person removed them: an edited part
 * without its item would be kept but never shown. They come back whole: `before` is what stood in their parts.
 */
export const restoreItems = (
  values: FieldMap,
  edited: readonly FieldPath[],
  before: () => FieldMap,
): FieldMap => {
  const missing = missingItems(values, edited);
  if (missing.length === 0) return values;
  const parts = Object.entries(before()).filter(
    ([path]) => values[path] === undefined && missing.some((item) => isWithin(path, item)),
  );
  return {
    ...values,
    ...Object.fromEntries(parts),
    ...Object.fromEntries(missing.map((item) => [item, true] as const)),
  };
};

/** Parts that were written after their item was removed, by somebody who had not seen that. */
const writtenAfterRemoval = (base: Base): readonly FieldPath[] => {
  const removedAt = new Map(
    Object.entries(base).flatMap(([path, field]) => (field.deleted ? [[path, field.fr] as const] : [])),
  );
  if (removedAt.size === 0) return [];
  return Object.entries(base).flatMap(([path, field]) => {
    const isLater = itemsAbove(path).some(
      (item) => field.fr > (removedAt.get(item) ?? Number.POSITIVE_INFINITY),
    );
    return !field.deleted && !isPosition(path) && isLater ? [path] : [];
  });
};

/** What was open before a merge. */
export type Unsettled = Pick<Merged, 'conflicts' | 'origins'>;

/**
 * Merges what the Network changed (`oldBase` → `newBase`) into what is on the screen. A field that
 * only one side changed takes that side; one that both changed is merged by its type, or keeps both and
 * becomes a conflict. `mineSent`: what an element on its way already carries, so that its own echo is no conflict.
 */
export const mergeFields = (
  oldBase: Base,
  newBase: Base,
  local: FieldMap,
  { conflicts, origins }: Unsettled,
  mineSent: Readonly<Record<FieldPath, FieldValue | null>> = {},
): Merged => {
  const merged: Record<FieldPath, FieldValue> = { ...local };
  const open = new Map<FieldPath, FieldValue | undefined>(conflicts.map((path) => [path, origins[path]]));
  const edited: FieldPath[] = [];
  for (const path of new Set([...Object.keys(oldBase), ...Object.keys(newBase)])) {
    if (open.has(path)) continue;
    const theirs = liveValue(newBase[path]);
    const sent = mineSent[path];
    const isEcho = sent !== undefined && sameValue(sent ?? undefined, theirs);
    const mine = local[path];
    const before = isEcho ? theirs : liveValue(oldBase[path]);
    const settled = settle(path, before, theirs, mine);
    if ((mine === undefined) !== (theirs === undefined) && !isPosition(path)) edited.push(path);
    if (settled.take === 'both') open.set(path, before);
    else if (settled.take === 'merged') merged[path] = settled.value;
    else if (settled.take === 'theirs') {
      if (theirs === undefined) delete merged[path];
      else merged[path] = theirs;
    }
  }
  const kept = [...open.keys()].filter((path) => !sameValue(merged[path], liveValue(newBase[path]))).sort();
  const unsent = Object.keys(merged).filter(
    (path) => !isPosition(path) && !sameValue(merged[path], liveValue(newBase[path])),
  );
  const surviving = [...edited, ...writtenAfterRemoval(newBase)].filter((path) => merged[path] !== undefined);
  return {
    local: restoreItems(merged, [...surviving, ...unsent], () => ({ ...liveFields(newBase), ...local })),
    conflicts: kept,
    origins: originsOf(kept, open),
  };
};

const originsOf = (
  conflicts: readonly FieldPath[],
  known: ReadonlyMap<FieldPath, FieldValue | undefined>,
): FieldMap =>
  Object.fromEntries(
    conflicts.flatMap((path) => {
      const origin = known.get(path);
      return origin === undefined ? [] : [[path, origin] as const];
    }),
  );
