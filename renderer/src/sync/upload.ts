import type { Attachment } from '#shared/domain/attachment.ts';
import { err, ok } from '#shared/result.ts';
import { type Connection, done, failure, type Step } from './connection.ts';

/** Bytes of the first chunk, and the bounds of those after it: each should take some ten seconds. */
const firstChunkBytes = 65_536;
const leastChunkBytes = 65_536;
const mostChunkBytes = 1_048_576;
const chunkMs = 10_000;

/** Tries with one chunk whose bytes arrived otherwise than they were sent. */
const mostSpoilt = 3;

/** How far a file has come. */
export type UploadProgress = {
  readonly sha256: string;
  readonly sentBytes: number;
  readonly totalBytes: number;
};

export type UploadPorts = {
  /** Whether something more urgent waits: asked between two chunks (AT5). */
  readonly shouldYield: () => boolean;
  readonly progress: (progress: UploadProgress) => void;
};

type File = Omit<Attachment, 'name'>;

/** Where an upload goes on: at the Network's own count; begun anew where the Network has forgotten it (AT2). */
const resume = async (
  connection: Connection,
  file: File,
): Promise<Step<{ readonly path: string; readonly offset: number }>> => {
  const { files, transport } = connection;
  const known = await files.upload(file.sha256);
  if (known !== undefined) {
    const offset = await connection.ask((who) => transport.uploadOffset(who, known.path));
    if (offset.ok) return ok({ path: known.path, offset: offset.value });
    if (offset.error.problem === null && offset.error.failure.code !== 'not-found') return offset;
    await files.forgetUpload(file.sha256);
  }
  const created = await connection.ask((who) => transport.createUpload(who, file));
  if (!created.ok) return created;
  await files.saveUpload({ sha256: file.sha256, path: created.value, sentBytes: 0 });
  return ok({ path: created.value, offset: 0 });
};

const nextChunk = (sentBytes: number, tookMs: number): number =>
  tookMs <= 0
    ? mostChunkBytes
    : Math.round(Math.min(mostChunkBytes, Math.max(leastChunkBytes, (sentBytes / tookMs) * chunkMs)));

/** Sends one file; true when the Network has it, false when it gave way. */
const sendFile = async (connection: Connection, file: File, ports: UploadPorts): Promise<Step<boolean>> => {
  const { files, transport, clock } = connection;
  const isThere = await connection.ask((who) => transport.hasFile(who, file.sha256));
  if (!isThere.ok) return isThere;
  if (!isThere.value) {
    const bytes = await files.bytes(file.sha256);
    // Taken out again meanwhile: nothing to send.
    if (bytes === undefined) return ok(true);
    const begun = await resume(connection, file);
    if (!begun.ok) return begun;
    const { path } = begun.value;
    let { offset } = begun.value;
    let chunkBytes = firstChunkBytes;
    let spoilt = 0;
    while (offset < bytes.length) {
      if (ports.shouldYield()) return ok(false);
      ports.progress({ sha256: file.sha256, sentBytes: offset, totalBytes: bytes.length });
      const from = offset;
      const chunk = bytes.slice(from, from + chunkBytes);
      const askedAt = clock.now();
      const sent = await connection.ask((who) => transport.uploadChunk(who, path, from, chunk));
      if (sent.ok) {
        offset = sent.value;
        spoilt = 0;
        chunkBytes = nextChunk(chunk.length, clock.now() - askedAt);
        await files.saveUpload({ sha256: file.sha256, path, sentBytes: offset });
        continue;
      }
      const isSpoilt = sent.error.failure.code === 'checksum-mismatch' && from + chunk.length < bytes.length;
      spoilt += 1;
      if (isSpoilt && spoilt <= mostSpoilt) continue;
      // Refused as a whole, or not known any more: the next try begins anew.
      if (sent.error.problem !== null) await files.forgetUpload(file.sha256);
      return sent;
    }
  }
  await files.markSent(file.sha256);
  await files.forgetUpload(file.sha256);
  ports.progress({ sha256: file.sha256, sentBytes: file.sizeBytes, totalBytes: file.sizeBytes });
  return ok(true);
};

/**
 * Sends the files that the Network does not have, one after the other, and gives way between two chunks. One that
 * is refused holds up no other. `sent`: at least one file arrived.
 */
export const uploadFiles = async (
  connection: Connection,
  ports: UploadPorts,
): Promise<Step<{ readonly sent: number; readonly gaveWay: boolean }>> => {
  let sent = 0;
  let refusal: Step<never> | null = null;
  for (const file of await connection.files.unsent()) {
    if (ports.shouldYield()) return ok({ sent, gaveWay: true });
    const step = await sendFile(connection, file, ports);
    if (!step.ok) {
      if (step.error.problem === null) return step;
      refusal = step;
    } else if (!step.value) return ok({ sent, gaveWay: true });
    else sent += 1;
  }
  return refusal ?? ok({ sent, gaveWay: false });
};

/** Bytes that are fetched in one request. */
const partBytes = 524_288;

/** Fetches a file that another laptop added; `hash` is of its bytes. Nothing is kept that has another hash. */
export const downloadFile = async (
  connection: Connection,
  file: File,
  hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
  progress: (received: number) => void,
): Promise<Step> => {
  const { files, transport } = connection;
  const bytes = new Uint8Array(file.sizeBytes);
  for (let at = 0; at < bytes.length; ) {
    const from = at;
    const part = await connection.ask((who) => transport.fileBytes(who, file.sha256, from, partBytes));
    if (!part.ok) return part;
    if (part.value.length === 0 || from + part.value.length > bytes.length) return err(failure('bad-answer'));
    bytes.set(part.value, from);
    at += part.value.length;
    progress(at);
  }
  if ((await hash(bytes)) !== file.sha256) return err(failure('bad-answer'));
  await files.keep(file, bytes);
  await files.markSent(file.sha256);
  return done;
};
