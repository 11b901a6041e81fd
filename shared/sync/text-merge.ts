import { diff3MergeRegions, diffIndices } from 'node-diff3';
import { paragraphsOf, unspaced, wordsOf } from './text-tokens.ts';

/** A stretch of three versions of a text: settled, or changed on both sides in different ways. */
export type TextPart =
  | { readonly isSettled: true; readonly text: string }
  | {
      readonly isSettled: false;
      readonly origin: string;
      readonly theirs: string;
      readonly mine: string;
    };

/** Above this many words, a text is compared by paragraphs first: the comparison grows faster than the text. */
const paragraphsFirstWords = 500;

/** A stretch of more words than this is not compared by words at all; where both changed it, a person decides. */
const mostWords = 4_000;

type Three = {
  readonly origin: readonly string[];
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
};

const settled = (text: string): readonly TextPart[] => (text === '' ? [] : [{ isSettled: true, text }]);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((token, index) => token === b[index]);

/** How many tokens all three begin with; with `fromEnd`, end with. Spaces after a word do not tell it apart. */
const commonCount = (
  { origin, theirs, mine }: Three,
  same: (a: string, b: string) => boolean,
  fromEnd: boolean,
): number => {
  const shortest = Math.min(origin.length, theirs.length, mine.length);
  const at = (tokens: readonly string[], index: number) =>
    tokens[fromEnd ? tokens.length - 1 - index : index] ?? '';
  let count = 0;
  while (
    count < shortest &&
    same(at(origin, count), at(theirs, count)) &&
    same(at(origin, count), at(mine, count))
  ) {
    count += 1;
  }
  return count;
};

const cut = ({ origin, theirs, mine }: Three, start: number, end: number): Three => ({
  origin: origin.slice(start, origin.length - end),
  theirs: theirs.slice(start, theirs.length - end),
  mine: mine.slice(start, mine.length - end),
});

const identical = (a: string, b: string): boolean => a === b;
const sameWord = (a: string, b: string): boolean => a.trimEnd() === b.trimEnd();

/** The space after a word that is the same in all three: whichever side changed it. */
const spaced = (origin: string, theirs: string, mine: string): string => (theirs === origin ? mine : theirs);

/** Two insertions at the same place one after the other; they do not grow together into one word. */
const inserted = (theirs: string, mine: string): string => {
  const [last, first] = [theirs.match(/\S$/u)?.[0] ?? '', mine.match(/^[\p{L}\p{N}]/u)?.[0] ?? ''];
  const grow = last !== '' && first !== '' && !unspaced.test(last) && !unspaced.test(first);
  return grow ? `${theirs} ${mine}` : `${theirs}${mine}`;
};

/** Insertions that share this much of the shorter one are two versions of one; else they are two things. */
const sameThingShare = 1 / 3;

/** Two insertions at one place, the Network's first; versions of one thing are woven together. */
const sideBySide = (theirs: readonly string[], mine: readonly string[]): string => {
  const [one, other] = [theirs, mine].map((tokens) => new Set(tokens.map((token) => token.trim())));
  const shared = [...(one ?? [])].filter((word) => other?.has(word)).length;
  const shorter = Math.min(one?.size ?? 0, other?.size ?? 0);
  return shorter > 0 && shared >= shorter * sameThingShare
    ? insertions(theirs, mine)
    : inserted(joined(theirs), joined(mine));
};

/** Two insertions at one place: what is in both stands there once, what is in one of them beside it. */
const insertions = (theirs: readonly string[], mine: readonly string[]): string => {
  const words = (tokens: readonly string[]) => tokens.map((token) => token.trimEnd());
  let text = '';
  let at = { theirs: 0, mine: 0 };
  const both = (upTo: number): void => {
    for (let index = 0; index < upTo - at.theirs; index += 1) {
      const [one, other] = [theirs[at.theirs + index] ?? '', mine[at.mine + index] ?? ''];
      // The last word of a text has no space yet where another one goes on.
      text += one.length > other.length ? one : other;
    }
  };
  for (const { buffer1, buffer2 } of diffIndices(words(theirs), words(mine))) {
    both(buffer1[0]);
    const own = inserted(
      joined(theirs.slice(buffer1[0], buffer1[0] + buffer1[1])),
      joined(mine.slice(buffer2[0], buffer2[0] + buffer2[1])),
    );
    text = inserted(text, own);
    at = { theirs: buffer1[0] + buffer1[1], mine: buffer2[0] + buffer2[1] };
  }
  both(theirs.length);
  return text;
};

const joined = (tokens: readonly string[]): string => tokens.join('');

/** A stretch that both changed: what is only an insertion on both sides is no conflict. */
const bothChanged = (three: Three): readonly TextPart[] => {
  if (isSame(three.theirs, three.mine)) return settled(joined(three.mine));
  // A word at the end of a text has no space until something follows it; that alone is no change of it.
  const start = commonCount(three, sameWord, false);
  const rest = cut(three, start, 0);
  const end = commonCount(rest, sameWord, true);
  const inner = cut(rest, 0, end);
  if (inner.origin.length > 0) {
    const [origin, theirs, mine] = [three.origin, three.theirs, three.mine].map(joined);
    if (theirs === origin) return settled(mine ?? '');
    if (mine === origin) return settled(theirs ?? '');
    return [{ isSettled: false, origin: origin ?? '', theirs: theirs ?? '', mine: mine ?? '' }];
  }
  const kept = (count: number, fromEnd: boolean): string =>
    Array.from({ length: count }, (_, index) => {
      const at = (tokens: readonly string[]) => tokens[fromEnd ? tokens.length - count + index : index] ?? '';
      return spaced(at(three.origin), at(three.theirs), at(three.mine));
    }).join('');
  const middle = sideBySide(inner.theirs, inner.mine);
  return settled(`${kept(start, false)}${middle}${kept(end, true)}`);
};

const mergeTokens = (three: Three, onBoth: (three: Three) => readonly TextPart[]): readonly TextPart[] => {
  // The ends that nobody changed are most of a text, and the comparison is quadratic in the worst case.
  const start = commonCount(three, identical, false);
  const rest = cut(three, start, 0);
  const end = commonCount(rest, identical, true);
  const { origin, theirs, mine } = cut(rest, 0, end);
  const regions = diff3MergeRegions([...theirs], [...origin], [...mine]);
  return [
    ...settled(joined(three.origin.slice(0, start))),
    ...regions.flatMap((region) =>
      region.stable
        ? settled(joined(region.bufferContent as readonly string[]))
        : onBoth({
            origin: region.oContent as readonly string[],
            theirs: region.aContent as readonly string[],
            mine: region.bContent as readonly string[],
          }),
    ),
    ...settled(joined(three.origin.slice(three.origin.length - end))),
  ];
};

const byWords = (origin: string, theirs: string, mine: string): readonly TextPart[] =>
  mergeTokens({ origin: wordsOf(origin), theirs: wordsOf(theirs), mine: wordsOf(mine) }, bothChanged);

const hasMoreWords = (texts: readonly string[], than: number): boolean =>
  texts.some((text) => wordsOf(text).length > than);

/** Neighbours of the same kind as one. */
const tidy = (parts: readonly TextPart[]): readonly TextPart[] => {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.isSettled && last?.isSettled) result[result.length - 1] = settledPart(last.text + part.text);
    else result.push(part);
  }
  return result;
};

const settledPart = (text: string): TextPart => ({ isSettled: true, text });

/**
 * Merges two versions of a text that began as `origin`, by words. Changes in different places are both taken,
 * insertions at the same place are both kept, the Network's first; a stretch that both changed otherwise is left
 * unsettled, with both versions to the letter.
 */
export const mergeTexts = (origin: string, theirs: string, mine: string): readonly TextPart[] => {
  if (theirs === mine || theirs === origin) return tidy(settled(mine));
  if (mine === origin) return tidy(settled(theirs));
  if (!hasMoreWords([origin, theirs, mine], paragraphsFirstWords)) return tidy(byWords(origin, theirs, mine));
  const three = { origin: paragraphsOf(origin), theirs: paragraphsOf(theirs), mine: paragraphsOf(mine) };
  const inner = (part: Three): readonly TextPart[] => {
    const texts = [joined(part.origin), joined(part.theirs), joined(part.mine)] as const;
    return hasMoreWords(texts, mostWords) ? bothChanged(part) : byWords(...texts);
  };
  return tidy(mergeTokens(three, inner));
};

/** What two texts have in common, in its order: by words, of long texts by paragraphs. */
export const commonText = (one: string, other: string): string => {
  const cutUp = hasMoreWords([one, other], paragraphsFirstWords) ? paragraphsOf : wordsOf;
  const [left, right] = [cutUp(one), cutUp(other)];
  const same = (tokens: readonly string[]) => tokens.map((token) => token.trimEnd());
  let text = '';
  let at = 0;
  for (const { buffer1 } of diffIndices(same(left), same(right))) {
    text += joined(left.slice(at, buffer1[0]));
    at = buffer1[0] + buffer1[1];
  }
  return text + joined(left.slice(at));
};

/** The words of both, each once: what is in both stands there once, what is in one of them beside it. */
export const bothTexts = (theirs: string, mine: string): string => sideBySide(wordsOf(theirs), wordsOf(mine));

/** The merged text; undefined where a stretch waits for a person. */
export const mergedText = (origin: string, theirs: string, mine: string): string | undefined => {
  const parts = mergeTexts(origin, theirs, mine);
  return parts.every((part) => part.isSettled)
    ? parts.map((part) => (part.isSettled ? part.text : '')).join('')
    : undefined;
};

/** What one side put before or after the words that the other side changed is beside them; else undefined. */
const besideEachOther = (origin: string, added: string, changed: string): string | undefined => {
  if (origin === '') return undefined;
  const [before, after] = [added.slice(0, -origin.length), added.slice(origin.length)];
  if (added.endsWith(origin) && /\s$/u.test(before)) return `${before}${changed}`;
  return added.startsWith(origin) && /^\s/u.test(after) ? `${changed}${after}` : undefined;
};

/**
 * Merges what one person wrote in two windows: as any two versions, but that words beside a changed word do not
 * overlap with it. Who writes on key by key, where the other window had put a word, changes the last word each time.
 */
export const mergedWindows = (origin: string, theirs: string, mine: string): string | undefined => {
  const texts = mergeTexts(origin, theirs, mine).map((part) =>
    part.isSettled
      ? part.text
      : (besideEachOther(part.origin, part.theirs, part.mine) ??
        besideEachOther(part.origin, part.mine, part.theirs)),
  );
  return texts.includes(undefined) ? undefined : texts.join('');
};
