import type { DocumentRepository } from '#renderer/data/document-repository.ts';
import type { StoreEvents } from '#renderer/data/store-events.ts';
import type { DocId } from '#shared/domain/ids.ts';

/** Documents unsealed at once while the texts are gathered. */
const atOnce = 32;

/** As words are compared: without case and without marks, so that "educacion" finds "educación". */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('und');

/** Finds documents by the words in their texts. Gathers the texts at the first question. */
export class TextSearch {
  readonly #documents: DocumentRepository;
  readonly #texts = new Map<DocId, string>();

  constructor(documents: DocumentRepository) {
    this.#documents = documents;
  }

  /** Keeps in step with the store until the answer is called. */
  watch(events: StoreEvents): () => void {
    this.#texts.clear();
    return events.subscribe((changed) => {
      for (const id of changed) this.#texts.delete(id);
    });
  }

  /** Ids of the documents that contain every word of the question, in any field or as the receipt number. */
  async find(query: string): Promise<ReadonlySet<DocId>> {
    const words = folded(query).split(/\s+/u).filter(Boolean);
    await this.#gather();
    const found = [...this.#texts].filter(([, text]) => words.every((word) => text.includes(word)));
    return new Set(found.map(([id]) => id));
  }

  async #gather(): Promise<void> {
    const missing = (await this.#documents.ids()).filter((id) => !this.#texts.has(id));
    for (let start = 0; start < missing.length; start += atOnce) {
      await Promise.all(missing.slice(start, start + atOnce).map((id) => this.#read(id)));
    }
  }

  async #read(id: DocId): Promise<void> {
    const state = await this.#documents.read(id);
    const texts = Object.values(state?.local ?? {}).filter((value) => typeof value === 'string');
    if (state?.receipt) texts.push(state.receipt.receiptNo);
    this.#texts.set(id, folded(texts.join('\n')));
  }
}
