import { liveQuery } from 'dexie';
import * as z from 'zod/mini';
import type { FileStore, Upload } from '#renderer/sync/ports.ts';
import type { Attachment, Sha256 } from '#shared/domain/attachment.ts';
import type { DeskDatabase } from './database.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';
import { UnreadableRowError } from './store-failure.ts';

const uploadSchema = z.object({ sha256: z.string(), path: z.string(), sentBytes: z.number() });

/** What is known of a file on this laptop. */
export type FileStanding = { readonly isHere: boolean; readonly isSent: boolean };

/** Files of one space, sealed and kept once each by their hash (AT1, AT6). Rejects with the store's own errors. */
export class FileRepository implements FileStore {
  readonly #database: DeskDatabase;
  readonly #sealer: Sealer;
  readonly #now: () => number;

  constructor(database: DeskDatabase, sealer: Sealer, now: () => number) {
    this.#database = database;
    this.#sealer = sealer;
    this.#now = now;
  }

  async bytes(sha256: Sha256): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const row = await this.#database.fileBytes.get(sha256);
    return row && Uint8Array.from(await this.#sealer.open(row.sealed, `file/${sha256}`));
  }

  /** The size of a file, without opening it; undefined where it is not here. */
  async sizeBytes(sha256: Sha256): Promise<number | undefined> {
    const [file, here] = await Promise.all([
      this.#database.files.get(sha256),
      this.#database.fileBytes.where('sha256').equals(sha256).count(),
    ]);
    return here > 0 ? file?.sizeBytes : undefined;
  }

  async keep({ sha256, type, sizeBytes }: Omit<Attachment, 'name'>, bytes: Uint8Array): Promise<void> {
    const { files, fileBytes } = this.#database;
    const sealed = await this.#sealer.seal(bytes, `file/${sha256}`);
    await this.#database.transaction('rw', [files, fileBytes], async () => {
      const known = await files.get(sha256);
      await Promise.all([
        files.put({ sha256, type, sizeBytes, sent: known?.sent ?? 0, keptAt: this.#now() }),
        fileBytes.put({ sha256, sealed }),
      ]);
    });
  }

  async unsent(): Promise<readonly Omit<Attachment, 'name'>[]> {
    const rows = await this.#database.files.where('sent').equals(0).toArray();
    return rows.map(({ sha256, type, sizeBytes }) => ({ sha256, type, sizeBytes }));
  }

  async markSent(sha256: Sha256): Promise<void> {
    await this.#database.files.update(sha256, { sent: 1 });
  }

  async markUnsent(sha256: Sha256): Promise<void> {
    await this.#database.files.update(sha256, { sent: 0 });
  }

  async upload(sha256: Sha256): Promise<Upload | undefined> {
    const row = await this.#database.uploads.get(sha256);
    if (row === undefined) return undefined;
    const parsed = uploadSchema.safeParse(await openJson(this.#sealer, row.sealed, `upload/${sha256}`));
    if (!parsed.success) throw new UnreadableRowError(`upload/${sha256} does not fit its schema`);
    return parsed.data;
  }

  async saveUpload(upload: Upload): Promise<void> {
    const sealed = await sealJson(this.#sealer, upload, `upload/${upload.sha256}`);
    await this.#database.uploads.put({ sha256: upload.sha256, sealed });
  }

  async forgetUpload(sha256: Sha256): Promise<void> {
    await this.#database.uploads.delete(sha256);
  }

  /** Where files stand that documents refer to. */
  async standing(files: readonly Sha256[]): Promise<ReadonlyMap<Sha256, FileStanding>> {
    const rows = await this.#database.files.bulkGet([...files]);
    return new Map(
      files.map((sha256, index) => {
        const row = rows[index];
        return [sha256, { isHere: row !== undefined, isSent: row?.sent === 1 }] as const;
      }),
    );
  }

  /** Tells where files stand, now and whenever this window or another changed it; answers how to stop. */
  watchStanding(
    files: readonly Sha256[],
    listener: (standing: ReadonlyMap<Sha256, FileStanding>) => void,
  ): () => void {
    const watch = liveQuery(() => this.standing(files)).subscribe(listener);
    return () => watch.unsubscribe();
  }

  /** How many files there are, and the bytes of them all before sealing. */
  async used(): Promise<{ readonly count: number; readonly bytes: number }> {
    const rows = await this.#database.files.toArray();
    return { count: rows.length, bytes: rows.reduce((total, { sizeBytes }) => total + sizeBytes, 0) };
  }

  /** Whether any file was kept before this. */
  async hasOlderThan(keptBefore: number): Promise<boolean> {
    return (await this.#database.files.filter(({ keptAt }) => keptAt < keptBefore).first()) !== undefined;
  }

  /**
   * Notes which files no document refers to, and removes those of which that was noted before `notedBefore`;
   * answers how many. A file that was kept after `keptBefore` is left alone: its line may be about to be written.
   */
  async sweep(
    referred: ReadonlySet<Sha256>,
    {
      now,
      notedBefore,
      keptBefore,
    }: { readonly now: number; readonly notedBefore: number; readonly keptBefore: number },
  ): Promise<number> {
    const { files, fileBytes, uploads } = this.#database;
    return this.#database.transaction('rw', [files, fileBytes, uploads], async () => {
      const rows = await files.toArray();
      const gone: Sha256[] = [];
      for (const { unreferredSince, ...row } of rows) {
        if (referred.has(row.sha256)) {
          if (unreferredSince !== undefined) await files.put(row);
        } else if (unreferredSince === undefined) {
          if (row.keptAt < keptBefore) await files.put({ ...row, unreferredSince: now });
        } else if (unreferredSince < notedBefore) gone.push(row.sha256);
      }
      await Promise.all([files.bulkDelete(gone), fileBytes.bulkDelete(gone), uploads.bulkDelete(gone)]);
      return gone.length;
    });
  }
}
