import * as z from 'zod/mini';

/** An amount in integer minor units (cents) of an ISO 4217 currency; never a float. */
export type Money = { readonly minor: number; readonly currency: string };

/** Calendar years, both inclusive; `present` means that it still runs. */
export type YearRange = { readonly from: number; readonly to: number | 'present' };

/** What stands at one path. A list item is `true`; a set is an array, sorted and without repeats. */
export type FieldValue = string | number | boolean | readonly string[] | Money | YearRange;

/** The live values of a document by field path. */
export type FieldMap = Readonly<Record<string, FieldValue>>;

/** Bytes of UTF-8 that one text may have (protocol limit `fieldBytes`). */
export const maxTextBytes = 262_144;
/** Members that a set may have. */
export const maxSetMembers = 500;

/** Well-formed UTF-16 without U+0000: what a JSON column keeps unchanged. */
export const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Bytes of `text` as UTF-8, without encoding it. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

export const textSchema = z.string().check(
  z.maxLength(maxTextBytes),
  z.refine(isStorableText, 'text is not well-formed or contains NUL'),
  z.refine(
    (text) => text.length * 3 <= maxTextBytes || utf8Bytes(text) <= maxTextBytes,
    'text is longer than 262144 bytes',
  ),
);

const memberSchema = z.string().check(z.minLength(1), z.maxLength(512), z.refine(isStorableText));

const integerSchema = z
  .number()
  .check(z.refine((value) => Number.isSafeInteger(value), 'not an integer that can be kept exactly'));

export const moneySchema = z.strictObject({
  minor: integerSchema,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

export const yearRangeSchema = z.strictObject({
  from: z.int().check(z.gte(1900), z.lte(2200)),
  to: z.union([z.int().check(z.gte(1900), z.lte(2200)), z.literal('present')]),
});

export const fieldValueSchema = z.union([
  textSchema,
  integerSchema,
  z.boolean(),
  z.array(memberSchema).check(
    z.maxLength(maxSetMembers),
    z.refine((members) => new Set(members).size === members.length, 'set has a member twice'),
  ),
  moneySchema,
  yearRangeSchema,
]);

/** Same value, whatever the order of a set's members. */
export const sameValue = (a: FieldValue | undefined, b: FieldValue | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return JSON.stringify(normalValue(a)) === JSON.stringify(normalValue(b));
};

/** The one form in which a value is kept, hashed and sent: sets sorted by code unit, keys in order. */
export const normalValue = (value: FieldValue): FieldValue => {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return [...(value as readonly string[])].sort();
  if ('minor' in value) return { currency: value.currency, minor: value.minor } as Money;
  const range = value as YearRange;
  return { from: range.from, to: range.to };
};
