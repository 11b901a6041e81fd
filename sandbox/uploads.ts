import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { limits, type Problem } from '#shared/sync/protocol.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';

const unfinishedForMs = 7 * 24 * 60 * 60 * 1000;

/** How the tus server ends a request with a problem of ours. */
const refusal = (why: Problem): { readonly status_code: number; readonly body: string } => ({
  status_code: why.status,
  body: JSON.stringify(why),
});

const isHash = (text: string | null | undefined): text is string => /^[0-9a-f]{64}$/.test(text ?? '');

/**
 * Uploads by tus 1.0 into a folder of unfinished ones. A file comes onto the shelf when its last byte is there
 * and its hash is the one that it was announced under; otherwise the upload is gone.
 */
export const uploadServer = (network: Network, folder: string): Server => {
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: unfinishedForMs });
  return new Server({
    path: '/v1/uploads',
    datastore: store,
    relativeLocation: true,
    maxSize: limits.attachmentBytes,
    // Answers keep the headers of our own; a browser of another origin is not served here.
    allowedOrigins: [],
    onUploadCreate: async (_request, upload) => {
      if (!isHash(upload.metadata?.sha256)) {
        throw refusal(problem('malformed', 'Upload-Metadata: sha256 is not a hash'));
      }
      if (upload.size === undefined || upload.size < 1) {
        throw refusal(problem('malformed', 'Upload-Length: the file is empty'));
      }
      return {};
    },
    onUploadFinish: async (request, upload) => {
      const file = upload.metadata?.sha256;
      const bytes = await readFile(join(folder, upload.id));
      const isKept = isHash(file) && (await network.blobs.put(file, bytes));
      await store.remove(upload.id);
      if (!isKept) throw refusal(problem('checksum-mismatch', 'the file does not have its hash'));
      const account = request.headers.get('x-account') ?? '';
      await network.store.transaction((rows) => rows.saveFileSender(file, account));
      return {};
    },
  });
};

/** What is wrong with a chunk before the tus server sees it: the library does not look at checksums. */
export const chunkObjection = (checksum: string | undefined, chunk: Uint8Array): Problem | undefined => {
  const [algorithm, expected] = (checksum ?? '').split(' ');
  if (algorithm !== 'sha256' || expected === undefined) {
    return problem('malformed', 'Upload-Checksum: sha256 and its base64 are needed');
  }
  const found = createHash('sha256').update(chunk).digest('base64');
  return found === expected
    ? undefined
    : problem('checksum-mismatch', 'the chunk does not have its checksum');
};
