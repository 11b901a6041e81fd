import type * as z from 'zod/mini';
import type { DeskDatabase, MetaRow } from './database.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';
import { UnreadableRowError } from './store-failure.ts';

/** Every sealing has a nonce of its own: the same bytes are the same writing. */
const isSameRow = (one: MetaRow | undefined, other: MetaRow | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.sealed.length === other.sealed.length &&
    one.sealed.every((byte, index) => byte === other.sealed[index]));

/** One sealed value of a space that is no document: its profile, its place in the feed. */
export class MetaRepository {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;
  readonly #listeners = new Set<(key: string) => void>();

  constructor(database: DeskDatabase, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  /** Calls back after a value was written here. */
  watch(listener: (key: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #written(key: string): void {
    for (const listener of [...this.#listeners]) listener(key);
  }

  /** undefined when nothing was written under `key` yet. */
  async read<Schema extends z.ZodMiniType>(
    key: string,
    schema: Schema,
  ): Promise<z.infer<Schema> | undefined> {
    return this.#open(key, schema, await this.#database.meta.get(key));
  }

  async #open<Schema extends z.ZodMiniType>(
    key: string,
    schema: Schema,
    row: MetaRow | undefined,
  ): Promise<z.infer<Schema> | undefined> {
    if (row === undefined) return undefined;
    const parsed = schema.safeParse(await openJson(this.#sealer, row.sealed, `meta/${key}`));
    if (!parsed.success) throw new UnreadableRowError(`meta/${key} does not fit its schema`);
    return parsed.data;
  }

  /** Makes the next value of the one that is there; computed anew where another window wrote meanwhile. */
  async update<Schema extends z.ZodMiniType>(
    key: string,
    schema: Schema,
    step: (value: z.infer<Schema> | undefined) => z.infer<Schema>,
  ): Promise<void> {
    const { meta } = this.#database;
    for (;;) {
      const before = await meta.get(key);
      const sealed = await sealJson(this.#sealer, step(await this.#open(key, schema, before)), `meta/${key}`);
      const isWritten = await this.#database.transaction('rw', meta, async () => {
        if (!isSameRow(before, await meta.get(key))) return false;
        await meta.put({ key, sealed });
        return true;
      });
      if (isWritten) return this.#written(key);
    }
  }

  async write(key: string, value: unknown): Promise<void> {
    const sealed = await sealJson(this.#sealer, value, `meta/${key}`);
    await this.#database.meta.put({ key, sealed });
    this.#written(key);
  }
}
