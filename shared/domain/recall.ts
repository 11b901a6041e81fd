/**
 * Works something out of a text, or says what came of it before. `about` tells one question from another: the
 * same object, the same question; its answer must hang on the text alone.
 */
export type Recall = <T>(about: object, text: string, work: (text: string) => T) => T;

/** Remembers nothing. */
export const afresh: Recall = (_about, text, work) => work(text);

type Answers = Map<object, Map<string, unknown>>;

/**
 * What was worked out while a document is open. Of a thousand texts a key changes one: the others need not be
 * read again. Holds the texts themselves: it belongs to whoever has the document open, and ends with them.
 */
export class RecentAnswers {
  #now: Answers = new Map();
  #before: Answers = new Map();

  /** A new round; what was asked neither in the last one nor in this one is forgotten after it. */
  nextRound(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  readonly recall: Recall = <T>(about: object, text: string, work: (text: string) => T): T => {
    const now = this.#now.get(about) ?? new Map<string, unknown>();
    this.#now.set(about, now);
    if (now.has(text)) return now.get(text) as T;
    const before = this.#before.get(about);
    const answer = before?.has(text) ? (before.get(text) as T) : work(text);
    now.set(text, answer);
    return answer;
  };
}

/** Documents of which the answers are kept: the one under the keys, and those that are written meanwhile. */
const keptDocuments = 8;

/** What was worked out of each of the documents that were looked at last. */
export class AnswersByDocument {
  readonly #answers = new Map<string, RecentAnswers>();

  /** Those of one document, the same for the screen and for the store: what one has read the other need not. */
  of(document: string): RecentAnswers {
    const answers = this.#answers.get(document) ?? new RecentAnswers();
    this.#answers.delete(document);
    this.#answers.set(document, answers);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > keptDocuments && oldest !== undefined) this.#answers.delete(oldest);
    return answers;
  }
}
