type Parts = Readonly<Record<string, unknown>>;

/** The entries of an array or a plain object; null for anything else. */
const partsOf = (value: unknown): Parts | null => {
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype ? (value as Parts) : null;
};

/**
 * `after`, with `before` in the place of every part that says the same: who looks at a part is told of it only
 * when it changed. For values of arrays and plain objects; anything else is the same only when it is identical.
 */
export const keepEqual = <T>(before: unknown, after: T): T => {
  if (Object.is(before, after)) return after;
  const [was, is] = [partsOf(before), partsOf(after)];
  if (was === null || is === null || Array.isArray(was) !== Array.isArray(is)) return after;
  const keys = Object.keys(is);
  let isSame = Object.keys(was).length === keys.length;
  let kept: Record<string, unknown> | null = null;
  for (const key of keys) {
    const part = keepEqual(was[key], is[key]);
    isSame &&= Object.hasOwn(was, key) && Object.is(part, was[key]);
    if (Object.is(part, is[key])) continue;
    // Written into a copy, and only where there is something to keep: most of a document is text.
    kept ??= (Array.isArray(is) ? [...is] : { ...is }) as Record<string, unknown>;
    kept[key] = part;
  }
  return (isSame ? before : (kept ?? after)) as T;
};
