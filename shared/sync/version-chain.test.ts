import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { chainOf } from './test-versions.ts';
import { versionChainSchema } from './version.ts';
import {
  bodiesWithout,
  chainContents,
  chainPieces,
  joinedChains,
  lastContents,
  wholeEvery,
} from './version-chain.ts';
import { applyDelta, deltaOf, fieldsHash, versionFields } from './version-delta.ts';

const sentence = fc.constantFrom(
  'One desk per ward. ',
  'Staff of two. ',
  '登记处。',
  'مكتب واحد. ',
  'no end',
  '😀 ',
);

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.integer(),
  fc.boolean(),
  fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
  fc.record({ minor: fc.integer(), currency: fc.constantFrom('USD', 'XOF') }),
  fc.record({ from: fc.integer({ min: 1990, max: 2030 }), to: fc.constant('present' as const) }),
);

const path = fc.constantFrom('title', 'summary', 'list/0000000001', 'list/0000000001/pos');

/** What a document may hold at some moment. */
const anyFields: fc.Arbitrary<FieldMap> = fc
  .uniqueArray(fc.tuple(path, value), { selector: ([key]) => key, maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));

/** The contents of a chain: each again something the person may have made of it. */
const anyContents = fc.array(anyFields, { minLength: 1, maxLength: 60 });

const isWhole = (body: object) => 'whole' in body;

test('a delta of any two maps makes the one of the other, to the last character', () => {
  fc.assert(
    fc.property(anyFields, anyFields, (a, b) => {
      const [before, now] = [versionFields(a), versionFields(b)];
      const made = applyDelta(before, JSON.parse(JSON.stringify(deltaOf(before, now))));
      expect(made).toEqual(now);
      expect(fieldsHash(made ?? {})).toBe(fieldsHash(now));
    }),
    { numRuns: 2_000 },
  );
});

test('every version of any chain is read again exactly, after a way through JSON', () => {
  fc.assert(
    fc.property(anyContents, (contents) => {
      const chain = versionChainSchema.parse(JSON.parse(JSON.stringify(chainOf(contents))));
      expect(chainContents(chain as ReturnType<typeof chainOf>)).toEqual(contents.map(versionFields));
    }),
    { numRuns: 200 },
  );
});

test('a version can be opened from the few before it', () => {
  fc.assert(
    fc.property(anyContents, fc.nat(), (contents, pick) => {
      const index = pick % contents.length;
      const few = chainOf(contents).slice(Math.max(0, index + 1 - wholeEvery), index + 1);
      expect(lastContents(few)).toEqual(versionFields(contents[index] ?? {}));
    }),
    { numRuns: 200 },
  );
});

test('whatever is taken out of a chain, what stays is read as before, and each from the few before it', () => {
  fc.assert(
    fc.property(
      anyContents,
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      (contents, dropped) => {
        const chain = chainOf(contents);
        const isDropped = (index: number) => dropped[index] === true;
        const bodies = bodiesWithout(chain, isDropped);
        const left = chain.flatMap((version, index) =>
          isDropped(index) ? [] : [{ ...version, body: bodies.get(index) ?? version.body }],
        );
        const expected = contents.flatMap((fields, index) =>
          isDropped(index) ? [] : [versionFields(fields)],
        );
        expect(chainContents(left)).toEqual(expected);
        expected.forEach((fields, index) => {
          const few = left.slice(Math.max(0, index + 1 - wholeEvery), index + 1);
          expect(lastContents(few)).toEqual(fields);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('a damaged version takes down those that are built on it, and no other', () => {
  const text = 'A sentence that stays. '.repeat(40);
  const contents = Array.from({ length: 60 }, (_, index) => ({ title: `${text}${index}` }));
  const chain = chainOf(contents);
  const damaged = 30;
  const next = chain.findIndex(({ body }, index) => index > damaged && isWhole(body));
  expect(next).toBe(50);
  const expected = contents.map((fields, index) => (index >= damaged && index < next ? null : fields));
  expect(chainContents(chain.map((version, index) => (index === damaged ? null : version)))).toEqual(
    expected,
  );
  const garbled = chain.map((version, index) =>
    index === damaged
      ? { ...version, body: { delta: { set: { title: 'something else' }, splices: {}, removed: [] } } }
      : version,
  );
  expect(chainContents(garbled)).toEqual(expected);
  expect(garbled.map((_, index) => lastContents(garbled.slice(0, index + 1)))).toEqual(expected);
});

test('thinning beside a damaged version leaves the others readable', () => {
  const text = 'A sentence that stays. '.repeat(40);
  const contents = Array.from({ length: 60 }, (_, index) => ({ title: `${text}${index}` }));
  const chain = chainOf(contents).map((version, index) => (index === 10 ? null : version));
  const isDropped = (index: number) => index % 3 === 1 && index !== 10;
  const before = chainContents(chain);
  const bodies = bodiesWithout(chain, isDropped);
  const left = chain.flatMap((version, index) =>
    isDropped(index) ? [] : [version && { ...version, body: bodies.get(index) ?? version.body }],
  );
  expect(chainContents(left)).toEqual(before.filter((_, index) => !isDropped(index)));
});

test('the pieces of any chain are each read alone, and joined in any order they are the chain', () => {
  fc.assert(
    fc.property(
      anyContents,
      fc.integer({ min: 1, max: 2_000 }),
      fc.boolean(),
      (contents, longest, turned) => {
        const chain = chainOf(contents);
        const pieces = chainPieces(chain, longest);
        expect(pieces.flatMap((piece) => chainContents(piece))).toEqual(contents.map(versionFields));
        expect(pieces.every((piece) => piece.length <= wholeEvery)).toBe(true);
        const joined = joinedChains(turned ? pieces.toReversed() : pieces);
        expect(joined.map(({ id }) => id)).toEqual(chain.map(({ id }) => id));
        expect(chainContents(joined)).toEqual(contents.map(versionFields));
      },
    ),
    { numRuns: 100 },
  );
});
