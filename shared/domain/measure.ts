/** Characters as limits count them: code points; a newline is one (sync-protocol.md, Values). */
export const countCharacters = (text: string): number => {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) count -= 1;
  }
  return count;
};

/** Words by the rules of the text's language, so that Chinese and Thai count as well. */
export const countWords = (text: string, language = 'en'): number => {
  let count = 0;
  for (const segment of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) count += 1;
  }
  return count;
};
