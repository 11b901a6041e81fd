import type { NetworkRequest } from './channels.ts';

/** More than any answer of the API needs; beyond it somebody else is answering. */
const maxAnswerBytes = 64 * 1024 * 1024;
/** A link this slow may still take its time to carry a body up before the first byte comes back. */
const slowestLinkBytesPerMs = 1;

/** How long the first byte of an answer may stay out, in milliseconds. */
export const firstByteMs = ({ body, idleTimeoutMs }: NetworkRequest): number =>
  idleTimeoutMs + (body?.byteLength ?? 0) / slowestLinkBytesPerMs;

/** The whole body of an answer. `heard` is told of each part; `tooLarge` before it throws for one that is. */
export const readBody = async (
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  heard: () => void,
  tooLarge: () => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of parts) {
    heard();
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxAnswerBytes) {
      tooLarge();
      throw new Error('the answer is too large');
    }
    chunks.push(chunk);
  }
  const body = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
};
