import type * as z from 'zod/mini';
import type { DeskDatabase } from './database.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';
import { UnreadableRowError } from './store-failure.ts';

/** One sealed value of a space that is no document: its profile, its place in the feed. */
export class MetaRepository {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;

  constructor(database: DeskDatabase, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  /** undefined when nothing was written under `key` yet. */
  async read<Schema extends z.ZodMiniType>(
    key: string,
    schema: Schema,
  ): Promise<z.infer<Schema> | undefined> {
    const row = await this.#database.meta.get(key);
    if (row === undefined) return undefined;
    const parsed = schema.safeParse(await openJson(this.#sealer, row.sealed, `meta/${key}`));
    if (!parsed.success) throw new UnreadableRowError(`meta/${key} does not fit its schema`);
    return parsed.data;
  }

  async write(key: string, value: unknown): Promise<void> {
    const sealed = await sealJson(this.#sealer, value, `meta/${key}`);
    await this.#database.meta.put({ key, sealed });
  }
}
