/** Scripts that put no spaces between their words. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

// One for all: making a segmenter takes longer than using it.
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of a text, each with the space that follows it; joined they are the text again. */
export const wordsOf = (text: string): readonly string[] =>
  (text.match(/\S+\s*|\s+/gu) ?? []).flatMap((word) =>
    unspaced.test(word) ? Array.from(segmenter.segment(word), ({ segment }) => segment) : [word],
  );

/** The paragraphs of a text, each with its line break; joined they are the text again. */
export const paragraphsOf = (text: string): readonly string[] => text.match(/[^\n]*\n+|[^\n]+/gu) ?? [];
