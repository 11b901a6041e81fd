import { sha256Hex } from './hash.ts';
import type { Splice } from './protocol.ts';

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether cutting `text` before `index` would part a surrogate pair. */
const splitsPair = (text: string, index: number): boolean =>
  index > 0 &&
  index < text.length &&
  isHighSurrogate(text.charCodeAt(index - 1)) &&
  isLowSurrogate(text.charCodeAt(index));

/** First 8 bytes, in hex, of the sha256 of the base text as UTF-8: field `h` of a splice op. */
export const baseHash = (text: string): string => sha256Hex(text).slice(0, 16);

/**
 * The splices that turn `base` into `next`: what remains between the common ends, in one piece.
 * Positions count UTF-16 units of the base and never fall inside a surrogate pair.
 */
export const diffText = (base: string, next: string): readonly Splice[] => {
  if (base === next) return [];
  const shortest = Math.min(base.length, next.length);
  let start = 0;
  while (start < shortest && base.charCodeAt(start) === next.charCodeAt(start)) start += 1;
  if (splitsPair(base, start) || splitsPair(next, start)) start -= 1;
  let end = 0;
  while (
    end < shortest - start &&
    base.charCodeAt(base.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  ) {
    end += 1;
  }
  if (splitsPair(base, base.length - end) || splitsPair(next, next.length - end)) end -= 1;
  return [[start, base.length - start - end, next.slice(start, next.length - end)]];
};

/**
 * Applies splices to the base they refer to. undefined when they do not fit it: out of order,
 * overlapping, beyond its end, or through a surrogate pair.
 */
export const applySplices = (base: string, splices: readonly Splice[]): string | undefined => {
  const pieces: string[] = [];
  let at = 0;
  for (const [position, deleted, inserted] of splices) {
    const end = position + deleted;
    if (position < at || end > base.length) return undefined;
    if (splitsPair(base, position) || splitsPair(base, end)) return undefined;
    pieces.push(base.slice(at, position), inserted);
    at = end;
  }
  pieces.push(base.slice(at));
  return pieces.join('');
};
