import type { Sha256 } from '#shared/domain/attachment.ts';

/** The port to the bytes of attachments, by their hash. A blob is there whole and verified, or not at all. */
export interface BlobShelf {
  /** Which of these are not there. */
  missing(files: readonly Sha256[]): Promise<readonly Sha256[]>;
  /** Size in bytes; undefined where it is not there. */
  sizeOf(file: Sha256): Promise<number | undefined>;
  /** Bytes from `from` up to, not including, `to`. Throws where it is not there. */
  read(file: Sha256, from: number, to: number): Promise<Uint8Array>;
  /** Puts a file on the shelf; false, and nothing kept, where the bytes do not have this hash. */
  put(file: Sha256, bytes: Uint8Array): Promise<boolean>;
}
