import { cpus } from 'node:os';
import { diff3MergeRegions } from 'node-diff3';
import type { RandomBytes } from '#shared/domain/ids.ts';
import { mergeTexts } from '#shared/sync/text-merge.ts';
import { wordsOf } from '#shared/sync/text-tokens.ts';
import type { BenchLine, BenchResult } from './bench-result.ts';
import { seededBytes } from './corpus.ts';
import { rotated, spread } from './statistics.ts';

/** The lengths of the texts, in words: a long narrative, and one that is compared by paragraphs first. */
const lengths = [2_000, 20_000] as const;
/** Above this, the baseline takes a minute: once is enough to see it. */
const slowWords = 10_000;
/** How many words each side changed, all over the text. */
const changes = 20;
const wordsOfParagraph = 120;

const syllables = ['ba', 'co', 'de', 'fri', 'gra', 'ho', 'in', 'lu', 'mi', 'nor', 'pe', 'que', 'ra', 'sol'];

/** A word as often as its rank says, as in a natural text (Zipf's law over some 3,000 words). */
const wordMaker = (random: RandomBytes) => (): string => {
  const [a = 0, b = 0] = random(2);
  const rank = Math.floor(3_000 ** ((a * 256 + b) / 65_536));
  let word = '';
  for (let rest = rank; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
};

type Texts = { readonly origin: string; readonly theirs: string; readonly mine: string };

/** A text and two versions of it: each has other words in `changes` places, the first and the last word too. */
const threeTexts = (words: number): Texts => {
  const random = seededBytes(words);
  const word = wordMaker(random);
  const origin = Array.from({ length: words }, word);
  const version = (name: string, first: number): readonly string[] => {
    const step = (words - 1 - first) / (changes - 1);
    const at = new Set(
      Array.from({ length: changes }, (_, index) => Math.min(words - 1, Math.round(index * step) + first)),
    );
    return origin.map((one, index) => (at.has(index) ? `${one} ${name}${index}` : one));
  };
  const text = (tokens: readonly string[]): string =>
    tokens.map((one, index) => `${one}${(index + 1) % wordsOfParagraph === 0 ? '\n\n' : ' '}`).join('');
  return { origin: text(origin), theirs: text(version('theirs', 0)), mine: text(version('mine', 3)) };
};

/** The tokens between the ends that all three share. */
const trimmed = ({ origin, theirs, mine }: Texts): readonly string[][] => {
  const all = [theirs, origin, mine].map((text) => [...wordsOf(text)]);
  const shortest = Math.min(...all.map(({ length }) => length));
  const count = (
    at: (tokens: readonly string[], index: number) => string | undefined,
    most: number,
  ): number => {
    let index = 0;
    while (index < most && new Set(all.map((tokens) => at(tokens, index))).size === 1) index += 1;
    return index;
  };
  const start = count((tokens, index) => tokens[index], shortest);
  const end = count((tokens, index) => tokens[tokens.length - 1 - index], shortest - start);
  return all.map((tokens) => tokens.slice(start, tokens.length - end));
};

const timed = (step: () => void, times: number): number => {
  const before = performance.now();
  for (let time = 0; time < times; time += 1) step();
  return (performance.now() - before) / times;
};

/** A three-way merge of long texts, against node-diff3 on tokens that were made and trimmed beforehand. */
export async function benchMerge(runs: number): Promise<BenchResult> {
  const lines = lengths.flatMap((words): readonly BenchLine[] => {
    const texts = threeTexts(words);
    const [theirs = [], origin = [], mine = []] = trimmed(texts);
    const times = Math.max(1, 8_000 / words);
    const subjects = [
      { name: 'node-diff3 alone', step: () => void diff3MergeRegions(theirs, origin, mine) },
      { name: 'Compact Desk', step: () => void mergeTexts(texts.origin, texts.theirs, texts.mine) },
    ];
    const merged = mergeTexts(texts.origin, texts.theirs, texts.mine);
    const isWhole = merged.every(({ isSettled }) => isSettled);
    if (!isWhole) throw new Error('changes in different places must merge without a question');
    const measured = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
    const turns = words > slowWords ? 1 : runs;
    if (turns > 1) for (const { step } of subjects) timed(step, times);
    for (let run = 0; run < turns; run += 1)
      for (const { name, step } of rotated(subjects, run)) measured.get(name)?.push(timed(step, times));
    const baseline = spread(measured.get('node-diff3 alone') ?? []).median;
    return subjects.map(({ name }, index) => {
      const ms = spread(measured.get(name) ?? []);
      return {
        subject: name,
        measure: `merge of ${words} words`,
        ms,
        ratio: index === 0 ? null : ms.median / baseline,
      };
    });
  });
  const note = `Each side changed ${changes} words all over the text. The baseline gets its tokens for nothing; at ${lengths[1]} words it is measured once.`;
  return { name: 'merge', runs, runtime: `Node ${process.version}`, cores: cpus().length, note, lines };
}
