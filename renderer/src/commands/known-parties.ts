import type { DocumentRepository } from '#renderer/data/document-repository.ts';
import type { StoreEvents } from '#renderer/data/store-events.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { distinctParties, type Party, partiesIn } from '#shared/domain/known-parties.ts';
import { localized, type Template, type TemplateRef } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';

/** Documents unsealed at once while the names are gathered. */
const atOnce = 32;

type Named = { readonly savedAt: number; readonly parties: readonly Party[] };

type KnownPartiesParts = {
  readonly documents: Pick<DocumentRepository, 'ids' | 'read'>;
  readonly events: Pick<StoreEvents, 'subscribe'>;
  readonly findForm: (ref: TemplateRef) => Template | undefined;
  /** Entities of the Network, which are known from the start; codes are acronyms. */
  readonly loadEntities: () => Promise<readonly Term[]>;
};

/**
 * Organizations and people that the documents of one space name. Gathered at the first question, held in
 * memory only, and gone with the space: nothing of it is written or sent.
 */
export class KnownParties {
  readonly #parts: KnownPartiesParts;
  readonly #named = new Map<DocId, Named>();
  /** Counts the changes of the store, so that a slow read never hides a newer one. */
  #turn = 0;

  constructor(parts: KnownPartiesParts) {
    this.#parts = parts;
    parts.events.subscribe((changed) => {
      this.#turn += 1;
      for (const id of changed) this.#named.delete(id);
    });
  }

  /** Each party once: those of the document saved last first, then the entities of the Network. `language`: of their names. */
  async all(language: string): Promise<readonly Party[]> {
    const known = await this.#parts.documents.ids();
    const missing = known.filter((id) => !this.#named.has(id));
    for (let start = 0; start < missing.length; start += atOnce) {
      await Promise.all(missing.slice(start, start + atOnce).map((id) => this.#read(id)));
    }
    const here = new Set(known);
    for (const id of this.#named.keys()) if (!here.has(id)) this.#named.delete(id);
    const earlier = [...this.#named.values()]
      .sort((a, b) => b.savedAt - a.savedAt)
      .flatMap(({ parties }) => parties);
    const entities = (await this.#parts.loadEntities()).map(
      ({ code, name }): Party => ({
        kind: 'organization',
        name: localized(name, language),
        details: { acronym: code },
      }),
    );
    return distinctParties([...earlier, ...entities]);
  }

  async #read(id: DocId): Promise<void> {
    const turn = this.#turn;
    const state = await this.#parts.documents.read(id);
    const form = state && this.#parts.findForm(state.template);
    const parties = state && form ? partiesIn(form, state.local) : [];
    if (turn === this.#turn) this.#named.set(id, { savedAt: state?.savedAt ?? 0, parties });
  }
}
