import * as z from 'zod/mini';
import type { CarriedEntry, CarriedQueue } from '#renderer/sync/carried-queue.ts';
import { refusalSchema } from '#shared/bundle/bundle-document.ts';
import { carriedSchema } from '#shared/bundle/carried.ts';
import { isOfOneQueue, isOutdated, isSameQueue } from '#shared/bundle/carried-order.ts';
import { docKindSchema } from '#shared/domain/document.ts';
import type { ClientId, DocId } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import type { MetaRepository } from './meta-repository.ts';

const storedSchema = z.array(
  z.extend(carriedSchema, {
    title: z.string(),
    kind: docKindSchema,
    isElementDone: z.boolean(),
    standing: z.discriminatedUnion('state', [
      z.object({ state: z.literal('waiting') }),
      z.object({ state: z.literal('sent'), receipt: z.nullable(receiptSchema) }),
      z.object({
        state: z.literal('refused'),
        code: z.string(),
        answer: z.exactOptional(refusalSchema.shape.failure),
      }),
    ]),
  }),
);

const key = 'carried';

/** The queues of others, sealed as one value of the space; the engine and every window change them. */
export class CarriedRepository implements CarriedQueue {
  readonly #meta: MetaRepository;
  constructor(meta: MetaRepository) {
    this.#meta = meta;
  }

  async read(): Promise<readonly CarriedEntry[]> {
    return ((await this.#meta.read(key, storedSchema)) ?? []) as readonly CarriedEntry[];
  }

  save(entry: CarriedEntry): Promise<void> {
    return this.#change((entries) => entries.map((known) => (isSameQueue(known, entry) ? entry : known)));
  }

  /** Forgets what was handed over of a document by one laptop; what the Network has of it stays there. */
  drop(doc: DocId, client: ClientId): Promise<void> {
    return this.#change((entries) => entries.filter((entry) => entry.doc !== doc || entry.client !== client));
  }

  /** Lets what was refused be sent once more: what stood in the way may be gone. */
  retry(doc: DocId, client: ClientId): Promise<void> {
    return this.#change((entries) =>
      entries.map((entry) =>
        entry.doc === doc && entry.client === client && entry.standing.state === 'refused'
          ? { ...entry, standing: { state: 'waiting' } }
          : entry,
      ),
    );
  }

  /**
   * Takes over what a bundle brought, unless something later is here. The same bundle again changes nothing, but that
   * what was refused waits again.
   */
  take(brought: readonly CarriedEntry[]): Promise<void> {
    return this.#change((entries) => {
      const isKnown = (one: CarriedEntry): boolean =>
        entries.some((entry) => entry.standing.state !== 'refused' && isSameQueue(entry, one));
      const fresh = brought.filter((one) => !isKnown(one) && !isOutdated(entries, one));
      const replaced = (entry: CarriedEntry): boolean => fresh.some((one) => isOfOneQueue(one, entry));
      return [...entries.filter((entry) => !replaced(entry)), ...fresh];
    });
  }

  #change(step: (entries: readonly CarriedEntry[]) => readonly CarriedEntry[]): Promise<void> {
    return this.#meta.update(key, storedSchema, (entries) => [
      ...step((entries ?? []) as readonly CarriedEntry[]),
    ]);
  }
}
