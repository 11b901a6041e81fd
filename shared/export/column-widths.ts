import type { Text } from './text.ts';

/** What a column asks for, in characters: its longest word must fit, its longest text would like to. */
export type ColumnNeed = { readonly least: number; readonly wished: number };

/** Words longer than this are broken rather than crowd the others out. */
const longestWord = 22;
const longestWish = 60;
/** Chinese has no spaces: a line may break after any character, and each is as wide as two letters. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/gu;

/** Letters of Cyrillic that are about half as wide again as most. */
const broad = /[жмфшщыю]/giu;

const letters = (word: string): number => word.length + (word.match(broad)?.length ?? 0) / 2;
const characters = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** The need of a column by what stands in it. */
export const columnNeed = (texts: readonly Text[]): ColumnNeed => {
  const words = texts.flatMap(({ text }) => text.replace(wide, 'xx ').split(/\s+/u));
  const longest = Math.min(longestWord, Math.max(4, ...words.map(letters)));
  // Bold capitals are wider than most letters, and a cell has its padding.
  const least = Math.ceil(longest * 1.25) + 2;
  const wished = Math.min(longestWish, Math.max(0, ...texts.map(({ text }) => characters(text))));
  return { least, wished: Math.max(least, wished) };
};

/**
 * Shares `width` (whole units) among columns without a rest: each first gets what its longest word needs, what is
 * left goes by their wishes.
 */
export const columnWidths = (needs: readonly ColumnNeed[], width: number): readonly number[] => {
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  const wished = needs.reduce((sum, need) => sum + need.wished - need.least, 0);
  // About the characters of small print that stand on a line of A4; only the proportion matters.
  const line = Math.max(least, 90);
  const shares = needs.map((need) => {
    const more =
      wished === 0 ? (line - least) / needs.length : ((need.wished - need.least) / wished) * (line - least);
    return need.least + more;
  });
  const widths = shares.map((share) => Math.floor((share / line) * width));
  const rest = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === 0 ? one + rest : one));
};
