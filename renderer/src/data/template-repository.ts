import * as z from 'zod/mini';
import type { TemplateRef } from '#shared/domain/template.ts';
import type { DeskDatabase, TemplateRow } from './database.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';

/** A form that came from the Network: the text of its file, and the id of the key that signed it. */
export type StoredTemplate = { readonly ref: TemplateRef; readonly keyId: string; readonly file: string };

const storedSchema = z.object({ keyId: z.string(), file: z.string() });

/** The forms of one space that came from the Network. They are public; sealed, nobody can put another in their place. */
export class TemplateRepository {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;

  constructor(database: DeskDatabase, sealer: Sealer) {
    this.#database = database;
    this.#sealer = sealer;
  }

  /** Those that can be read; a damaged one is as good as not here, and comes again. */
  async all(): Promise<readonly StoredTemplate[]> {
    const rows = await this.#database.templates.toArray();
    const opened = await Promise.all(rows.map((row) => this.#open(row).catch(() => undefined)));
    return opened.filter((form) => form !== undefined);
  }

  async keep({ ref, keyId, file }: StoredTemplate): Promise<void> {
    const sealed = await sealJson(this.#sealer, { keyId, file }, labelOf(ref));
    await this.#database.templates.put({ ref, sealed });
  }

  async #open({ ref, sealed }: TemplateRow): Promise<StoredTemplate> {
    return { ref, ...storedSchema.parse(await openJson(this.#sealer, sealed, labelOf(ref))) };
  }
}

const labelOf = (ref: TemplateRef): string => `template/${ref}`;
