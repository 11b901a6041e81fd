import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { keepEqual } from './keep-equal.ts';

describe('what says the same stays the same object', () => {
  const before = { findings: [{ path: 'title', params: { limit: 3 } }, { path: 'country' }], round: 1 };

  it('as a whole', () => {
    expect(keepEqual(before, structuredClone(before))).toBe(before);
  });

  it('in its parts, where another part changed', () => {
    const after = keepEqual(before, { ...structuredClone(before), round: 2 });
    expect(after).toEqual({ ...before, round: 2 });
    expect(after.findings).toBe(before.findings);
  });

  it('in the entries of a list that grew or shrank', () => {
    const [first, second] = before.findings;
    expect(keepEqual(before.findings, [structuredClone(first)])).toEqual([first]);
    expect(keepEqual(before.findings, [structuredClone(first)])[0]).toBe(first);
    expect(keepEqual([first], structuredClone([first, second]))[0]).toBe(first);
  });
});

test('a key that is there with undefined is not a key that is not there', () => {
  expect(keepEqual({ a: undefined }, { b: undefined })).toStrictEqual({ b: undefined });
});

test('whatever stood before, what comes out says what came in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(keepEqual(before, after)).toStrictEqual(after);
      expect(keepEqual(after, structuredClone(after))).toBe(after);
    }),
    {
      examples: [
        [[1], { 0: 1 }],
        [{}, []],
      ],
    },
  );
});
