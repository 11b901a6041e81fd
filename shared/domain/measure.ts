/** Characters as limits count them: code points; a newline is one (sync-protocol.md, Values). */
export const countCharacters = (text: string): number => {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) count -= 1;
  }
  return count;
};

/**
 * One for all: the laptop and the server must count alike, whatever their languages. Chinese, Japanese and
 * Thai are cut by their dictionaries in every locale.
 */
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Words, in scripts without spaces as well. */
export const countWords = (text: string): number => {
  let count = 0;
  for (const segment of words.segment(text)) {
    if (segment.isWordLike) count += 1;
  }
  return count;
};
