import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from './merge-vectors.json' with { type: 'json' };
import { mergedText, mergeTexts } from './text-merge.ts';
import { wordsOf } from './text-tokens.ts';

type Merge = typeof mergeTexts;

const vocabulary =
  'border desk family permit school clinic night return نزوح أسرة 登记 工人 ไทย 👩‍👩‍👧 état 2,500 "quoted" e\u0301te'.split(
    ' ',
  );
const space = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\r\n', ', ', ' ');
const words = fc.array(fc.tuple(fc.constantFrom(...vocabulary), space), { maxLength: 14 });
const textOf = (pairs: readonly (readonly [string, string])[]): string => pairs.flat().join('');
const prose = words.map(textOf);

/** Text with some words replaced, removed, or put in; new words are told apart by who wrote them. */
const editedBy = (who: string, pairs: readonly (readonly [string, string])[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(pairs.length), fc.constantFrom('put', 'cut', 'change')), { maxLength: 4 })
    .map((edits) => {
      const next = pairs.map((pair) => [...pair] as [string, string]);
      for (const [index, [at, what]] of edits.entries()) {
        if (what === 'put') next.splice(at, 0, [`${who}${index}`, ' ']);
        else if (what === 'cut') next.splice(at, 1);
        else if (next[at] !== undefined) next[at] = [`${who}${index}`, next[at][1]];
      }
      return textOf(next);
    });

const threeVersions = words.chain((pairs) =>
  fc.tuple(fc.constant(textOf(pairs)), editedBy('theirs', pairs), editedBy('mine', pairs)),
);

const everything = (parts: ReturnType<Merge>): string =>
  parts.map((part) => (part.isSettled ? part.text : `${part.theirs} ${part.mine}`)).join('');

const written = (text: string, who: string): readonly string[] =>
  text.match(new RegExp(`${who}\\d+`, 'g')) ?? [];

/** The laws of SPEC.md that hold for any three versions; throws where one is broken. */
const keepsTheLaws = (merge: Merge, [origin, theirs, mine]: readonly [string, string, string]): void => {
  const parts = merge(origin, theirs, mine);
  const all = everything(parts);
  for (const word of [...written(theirs, 'theirs'), ...written(mine, 'mine')]) {
    if (!all.includes(word)) throw new Error(`[MG5] ${word} is lost`);
  }
  const settledWords = parts.flatMap((part) => (part.isSettled ? wordsOf(part.text) : []));
  for (const word of new Set(settledWords.map((one) => one.trim()))) {
    if (word !== '' && ![origin, theirs, mine].some((text) => text.includes(word))) {
      throw new Error(`[MG9] ${word} comes from nowhere`);
    }
  }
  // A word that one side took out, and that the other side left alone, must not come back.
  for (const word of new Set(wordsOf(origin).map((one) => one.trim()))) {
    const count = (text: string) => wordsOf(text).filter((one) => one.trim() === word).length;
    const isGone = count(theirs) === 0 && count(mine) === 0;
    const kept = parts.flatMap((part) => (part.isSettled ? wordsOf(part.text) : []));
    if (word !== '' && isGone && kept.some((one) => one.trim() === word)) {
      throw new Error(`[MG1] ${word} came back`);
    }
  }
};

describe('the laws', () => {
  test('[MG1] what only one side changed is taken as it is', () => {
    fc.assert(
      fc.property(prose, prose, (origin, changed) => {
        expect(mergedText(origin, changed, origin)).toBe(changed);
        expect(mergedText(origin, origin, changed)).toBe(changed);
        expect(mergedText(origin, changed, changed)).toBe(changed);
      }),
    );
  });

  test('[MG5] no word that somebody wrote is lost, and none comes from nowhere', () => {
    fc.assert(
      fc.property(threeVersions, (three) => keepsTheLaws(mergeTexts, three)),
      { numRuns: 3_000 },
    );
  });

  test('[MG5] nor in a long text, which is compared by paragraphs first', () => {
    const lead = 'lead '.repeat(510);
    const long = threeVersions.map(
      (three) => three.map((text) => `${lead}\n\n${text}`) as [string, string, string],
    );
    fc.assert(
      fc.property(long, (three) => keepsTheLaws(mergeTexts, three)),
      { numRuns: 500 },
    );
  });

  test('[MG3] two insertions at one place do not grow into one word; Chinese needs no space for that', () => {
    expect(mergedText('One two three.', 'One red two three.', 'One big two three.')).toBe(
      'One red big two three.',
    );
    const merged = mergedText('我们在边境登记工人', '我们在边境学校登记工人', '我们在边境社区登记工人');
    expect(merged).toBe('我们在边境学校社区登记工人');
  });

  test('[MG1] changes in two places of a long paragraph are both taken', () => {
    const text = (changed: readonly number[]) =>
      Array.from({ length: 900 }, (_, at) => (changed.includes(at) ? `changed${at}` : `word${at}`)).join(' ');
    expect(mergedText(text([]), text([10]), text([890]))).toBe(text([10, 890]));
  });

  test('[MG9] both laptops come to the same, up to the order of insertions at one place', () => {
    fc.assert(
      fc.property(threeVersions, ([origin, theirs, mine]) => {
        const sorted = (parts: ReturnType<Merge>) =>
          parts.map((part) =>
            part.isSettled
              ? wordsOf(part.text)
                  .map((word) => word.trim())
                  .filter(Boolean)
                  .sort()
                  .join(' ')
              : 'open',
          );
        expect(sorted(mergeTexts(origin, mine, theirs))).toEqual(sorted(mergeTexts(origin, theirs, mine)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('[MG9] it never throws, and keeps texts well-formed', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(any, any, any, (origin, theirs, mine) => {
        for (const part of mergeTexts(origin, theirs, mine)) {
          if (part.isSettled) expect(part.text.isWellFormed()).toBe(true);
          else expect([part.origin, part.theirs, part.mine].every((text) => text.isWellFormed())).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('[MG4] what is unsettled can be put back together to either side', () => {
    fc.assert(
      fc.property(threeVersions, ([origin, theirs, mine]) => {
        const open = mergeTexts(origin, theirs, mine).filter((part) => !part.isSettled);
        for (const part of open) {
          if (part.isSettled) continue;
          expect([
            theirs.includes(part.theirs),
            mine.includes(part.mine),
            origin.includes(part.origin),
          ]).toEqual([true, true, true]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('merges that are wrong on purpose are found out by the laws', () => {
  const settled = (text: string): ReturnType<Merge> => [{ isSettled: true, text }];
  const wrong: Readonly<Record<string, Merge>> = {
    'takes theirs': (_, theirs) => settled(theirs),
    'takes mine': (_, __, mine) => settled(mine),
    'drops the side that is shorter in a conflict': (origin, theirs, mine) =>
      mergeTexts(origin, theirs, mine).map((part) =>
        part.isSettled
          ? part
          : { isSettled: true, text: part.theirs.length > part.mine.length ? part.theirs : part.mine },
      ),
    'puts back what was deleted': (origin, theirs, mine) => [
      ...mergeTexts(origin, theirs, mine),
      { isSettled: true, text: origin },
    ],
    'loses the last word': (origin, theirs, mine) =>
      mergeTexts(origin, theirs, mine).map((part) =>
        part.isSettled ? { isSettled: true, text: wordsOf(part.text).slice(0, -1).join('') } : part,
      ),
  };
  test.each(Object.entries(wrong))('one that %s', (_, merge) => {
    const outcome = fc.check(
      fc.property(threeVersions, (three) => keepsTheLaws(merge, three)),
      { numRuns: 3_000, seed: 1 },
    );
    expect(outcome.failed).toBe(true);
  });
});

describe('vectors that the author of another client can run', () => {
  test.each(vectors.map((vector) => [vector.rule, vector.title, vector] as const))(
    '[%s] %s',
    (_, __, vector) => {
      const parts = mergeTexts(vector.origin, vector.theirs, vector.mine);
      expect(
        parts.map((part) =>
          part.isSettled ? part.text : { origin: part.origin, theirs: part.theirs, mine: part.mine },
        ),
      ).toEqual(vector.result);
    },
  );
});
