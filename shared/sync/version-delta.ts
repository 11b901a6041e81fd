import { rootOf } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, normalValue, sameValue } from '#shared/domain/field-value.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { sha256Hex } from './hash.ts';
import { applySplices } from './splice.ts';
import { longWordMarks, textSplices } from './text-stretches.ts';
import { wordsOf } from './text-tokens.ts';
import type { ChangeCount, FieldsDelta, VersionSplice } from './version.ts';

/** A value that a map has itself; a path may be called like something that every object inherits. */
export const valueAt = (fields: FieldMap, path: string): FieldValue | undefined =>
  Object.hasOwn(fields, path) ? fields[path] : undefined;

/** Values in the one form in which versions keep them. */
export const versionFields = (fields: FieldMap): FieldMap =>
  Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((path) => [path, normalValue(fields[path] as FieldValue)]),
  );

/** Check sum of values: the first 8 bytes, in hex, of the sha256 of their canonical JSON. */
export const fieldsHash = (fields: FieldMap): string => sha256Hex(canonicalJson(fields as Json)).slice(0, 16);

/** Paths at which two maps differ, in order. */
export const differingPaths = (before: FieldMap, now: FieldMap): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((path) => !sameValue(valueAt(before, path), valueAt(now, path)))
    .sort();

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** What makes `now` of `before`. */
export const deltaOf = (before: FieldMap, now: FieldMap): FieldsDelta => {
  const set: [string, FieldValue][] = [];
  const splices: [string, readonly VersionSplice[]][] = [];
  const removed: string[] = [];
  for (const path of differingPaths(before, now)) {
    const [was, is] = [valueAt(before, path), valueAt(now, path)];
    if (is === undefined) removed.push(path);
    else if (typeof was !== 'string' || typeof is !== 'string') set.push([path, is]);
    else {
      const cut = textSplices(was, is);
      if (sizeOf(cut) < sizeOf(is)) splices.push([path, cut]);
      else set.push([path, is]);
    }
  }
  return { set: Object.fromEntries(set), splices: Object.fromEntries(splices), removed };
};

/** `before` as deltas leave it, one after the other; undefined where one does not fit. */
export const applyDeltas = (before: FieldMap, deltas: readonly FieldsDelta[]): FieldMap | undefined => {
  const next = new Map(Object.entries(before));
  for (const { set, splices, removed } of deltas) {
    for (const path of removed) next.delete(path);
    for (const [path, cut] of Object.entries(splices)) {
      const was = next.get(path);
      const is = typeof was === 'string' ? applySplices(was, cut as [number, number, string][]) : undefined;
      if (is === undefined) return undefined;
      next.set(path, is);
    }
    for (const [path, value] of Object.entries(set)) next.set(path, value);
  }
  return versionFields(Object.fromEntries(next));
};

/** `before` as one delta leaves it; undefined where it does not fit. */
export const applyDelta = (before: FieldMap, delta: FieldsDelta): FieldMap | undefined =>
  applyDeltas(before, [delta]);

const changedWords = (was: FieldValue | undefined, is: FieldValue | undefined): number => {
  if (!(typeof was === 'string' || was === undefined) || !(typeof is === 'string' || is === undefined))
    return 0;
  // With a space after the last word too: what is written behind it does not change it.
  return longWordMarks(`${was ?? ''} `, `${is ?? ''} `)
    .filter(({ mark }) => mark !== 'same')
    .reduce((sum, { text }) => sum + wordsOf(text).filter((word) => word.trim() !== '').length, 0);
};

/** Positions of list items are text to the store, not to people. */
const isPosition = (path: string): boolean => path.endsWith('/pos');

/** How much two maps differ, in numbers. `isText` says which paths people read as text; codes are not words. */
export const countChanges = (
  before: FieldMap,
  now: FieldMap,
  isText: (path: string) => boolean,
): ChangeCount => {
  const paths = differingPaths(before, now);
  const words = paths
    .filter((path) => !isPosition(path) && isText(path))
    .reduce((sum, path) => sum + changedWords(valueAt(before, path), valueAt(now, path)), 0);
  return { fields: new Set(paths.map(rootOf)).size, words };
};
