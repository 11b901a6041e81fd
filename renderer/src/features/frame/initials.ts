/** At most two letters that stand for a name: of its first and its last word. Empty for an empty name. */
export const initialsOf = (name: string, locale: string): string => {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .flatMap((word) => (word === undefined ? [] : [String.fromCodePoint(word.codePointAt(0) ?? 0x20)]))
    .join('')
    .toLocaleUpperCase(locale);
};
