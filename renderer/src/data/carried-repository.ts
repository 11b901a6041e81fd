import * as z from 'zod/mini';
import type { CarriedEntry, CarriedQueue } from '#renderer/sync/carried-queue.ts';
import { carriedSchema } from '#shared/bundle/carried.ts';
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
      z.object({ state: z.literal('refused'), code: z.string() }),
    ]),
  }),
);

const key = 'carried';

/** The queues of others, sealed as one value of the space. */
export class CarriedRepository implements CarriedQueue {
  readonly #meta: MetaRepository;
  /** One change after the other: each reads what the one before it wrote. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(meta: MetaRepository) {
    this.#meta = meta;
  }

  async read(): Promise<readonly CarriedEntry[]> {
    return ((await this.#meta.read(key, storedSchema)) ?? []) as readonly CarriedEntry[];
  }

  save(entry: CarriedEntry): Promise<void> {
    return this.#change((entries) => [
      ...entries.filter(({ doc, client }) => doc !== entry.doc || client !== entry.client),
      entry,
    ]);
  }

  /** Forgets what was handed over of a document by one laptop; what the Network has of it stays there. */
  drop(doc: DocId, client: ClientId): Promise<void> {
    return this.#change((entries) => entries.filter((entry) => entry.doc !== doc || entry.client !== client));
  }

  /** Takes over what a bundle brought; the same bundle again, or an older one, changes nothing. */
  take(brought: readonly CarriedEntry[]): Promise<void> {
    return this.#change((entries) => {
      const isKnown = (one: CarriedEntry): boolean =>
        entries.some(
          (entry) =>
            entry.doc === one.doc &&
            entry.client === one.client &&
            entry.element === one.element &&
            entry.submission?.id === one.submission?.id,
        );
      const fresh = brought.filter((one) => !isKnown(one));
      const replaced = (entry: CarriedEntry): boolean =>
        fresh.some(({ doc, client }) => doc === entry.doc && client === entry.client);
      return [...entries.filter((entry) => !replaced(entry)), ...fresh];
    });
  }

  #change(step: (entries: readonly CarriedEntry[]) => readonly CarriedEntry[]): Promise<void> {
    const next = this.#last.then(async () => this.#meta.write(key, step(await this.read())));
    this.#last = next.catch(() => undefined);
    return next;
  }
}
