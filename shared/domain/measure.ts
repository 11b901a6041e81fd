import { afresh, type Recall } from './recall.ts';

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

const countSegments = (text: string): number => {
  let count = 0;
  for (const segment of words.segment(text)) {
    if (segment.isWordLike) count += 1;
  }
  return count;
};

/** Where no word of any script goes on: after a line, and after the end of a sentence. */
const sentenceEnds = /(?<=\n|[.!?؟]\s|[。！？])/u;

/** Words, in scripts without spaces as well. A key changes one sentence: `recall` has the count of the others. */
export const countWords = (text: string, recall: Recall = afresh): number =>
  recall(countWords, text, () =>
    text
      .split(sentenceEnds)
      .reduce((count, sentence) => count + recall(countSegments, sentence, countSegments), 0),
  );
