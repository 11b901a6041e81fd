const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * One term as a pattern: a star stands for any ending of a word, a blank for blanks and hyphens. Chinese and
 * Arabic join words to what is around them, so that no edge of a word is asked for there.
 */
export const termPattern = (term: string): string => {
  const words = escaped(term.trim()).replace(/\\\*/g, '[\\p{L}\\p{M}]*').replace(/\s+/g, '[\\s\\u00a0-]+');
  return /[\p{Script=Han}\p{Script=Arabic}]/u.test(term)
    ? words
    : `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`;
};
