const longestName = 80;

/** The text up to the last blank that fits; cut inside the word where its first word alone is too long. */
const wholeWords = (text: string): string => {
  const characters = [...text];
  if (characters.length <= longestName) return text;
  const lastBlank = characters.slice(0, longestName + 1).lastIndexOf(' ');
  return characters.slice(0, lastBlank > 0 ? lastBlank : longestName).join('');
};

/** A file name that every file system takes, made from a title; a long one ends after a whole word. */
export const fileNameOf = (title: string, fallback: string): string => {
  const bare = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/, '');
  const name = wholeWords(bare).replace(/[\s.,;:–—-]+$/u, '');
  return name === '' ? fallback : name;
};
