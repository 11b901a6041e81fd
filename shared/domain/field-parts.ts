import { keepEqual } from '#shared/keep-equal.ts';
import { type FieldPath, rootOf } from './field-path.ts';
import type { FieldMap, FieldValue } from './field-value.ts';

/** A document by its fields: what stands at and below each. */
type FieldParts = ReadonlyMap<string, FieldMap>;

const nothing: FieldMap = {};

/** A document is a value: nobody writes into one that was given away, and the entry goes with it. */
const known = new WeakMap<FieldMap, FieldParts>();

/** A part is a document of one field. */
const remember = (field: string, part: FieldMap): FieldMap => {
  known.set(part, new Map([[field, part]]));
  return part;
};

const split = (values: FieldMap): FieldParts => {
  const parts = new Map<string, Record<FieldPath, FieldValue>>();
  for (const [path, value] of Object.entries(values)) {
    const field = rootOf(path);
    const part = parts.get(field);
    if (part === undefined) parts.set(field, { [path]: value });
    else part[path] = value;
  }
  for (const [field, part] of parts) remember(field, part);
  return parts;
};

/**
 * What stands at and below each field. A key changes one of them: of a document made by `withValues`, the others are
 * the very objects that they were before.
 */
export const fieldParts = (values: FieldMap): FieldParts => {
  const parts = known.get(values) ?? split(values);
  known.set(values, parts);
  return parts;
};

/** What stands at and below one field. */
export const partAt = (values: FieldMap, field: string): FieldMap => fieldParts(values).get(field) ?? nothing;

/**
 * `after`, with the parts of `before` that say the same: who looks at a part is told of it only when it changed.
 */
export const keepParts = (before: FieldMap, after: FieldMap): FieldMap => {
  const [was, is] = [fieldParts(before), fieldParts(after)];
  const parts = new Map([...is].map(([field, part]) => [field, keepEqual(was.get(field), part)]));
  if (parts.size === was.size && [...parts].every(([field, part]) => part === was.get(field))) return before;
  return [...parts].every(([field, part]) => part === is.get(field))
    ? after
    : joinedParts([...parts.values()]);
};

/** Parts of a document as one. */
export const joinedParts = (parts: readonly FieldMap[]): FieldMap => {
  const joined: FieldMap = Object.assign({}, ...parts);
  known.set(joined, new Map(parts.flatMap((part) => [...fieldParts(part)])));
  return joined;
};

const changed = (
  values: FieldMap,
  changes: Iterable<readonly [FieldPath, FieldValue | undefined]>,
): FieldMap => {
  const next: Record<FieldPath, FieldValue> = { ...values };
  for (const [path, value] of changes) {
    if (value === undefined) delete next[path];
    else next[path] = value;
  }
  return next;
};

/** A document with other values at some paths; undefined: nothing there. */
export const withValues = (
  values: FieldMap,
  changes: ReadonlyMap<FieldPath, FieldValue | undefined>,
): FieldMap => {
  const next = changed(values, changes);
  const parts = new Map(fieldParts(values));
  for (const [field, own] of Map.groupBy(changes, ([path]) => rootOf(path))) {
    const part = remember(field, changed(parts.get(field) ?? nothing, own));
    if (Object.keys(part).length === 0) parts.delete(field);
    else parts.set(field, part);
  }
  known.set(next, parts);
  return next;
};

/** Answers by the objects that they hang on, and gone with them. */
class Answers<T> {
  readonly #further = new WeakMap<object, Answers<T>>();
  answer: { readonly value: T } | undefined;

  about(object: object): Answers<T> {
    const further = this.#further.get(object) ?? new Answers<T>();
    this.#further.set(object, further);
    return further;
  }
}

/**
 * Works something out of one field, and again only when what stands there is another object. `work` reads nothing
 * else but what it is given; it is told apart by `about`, as objects.
 */
export const perField = <About extends readonly object[], T>(
  work: (part: FieldMap, field: string, ...about: About) => T,
): ((values: FieldMap, field: string, ...about: About) => T) => {
  const answers = new Answers<T>();
  return (values, field, ...about) => {
    const part = partAt(values, field);
    if (part === nothing) return work(part, field, ...about);
    const place = about.reduce<Answers<T>>((at, object) => at.about(object), answers.about(part));
    place.answer ??= { value: work(part, field, ...about) };
    return place.answer.value;
  };
};
