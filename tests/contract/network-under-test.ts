import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryBlobShelf } from '#sandbox/blob-shelf-memory.ts';
import { networkApp } from '#sandbox/network-app.ts';
import { readTemplates, readVocabulary, startNetwork } from '#sandbox/network-start.ts';
import type { StoreUnderTest } from '#sandbox/testing/databases.ts';

/** The sandbox with the real templates on a store, listening on a free loopback port. */
export async function startNetworkUnderTest(
  engine: StoreUnderTest,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const store = await engine.open();
  const network = await startNetwork(
    { store, blobs: memoryBlobShelf(), epoch: randomUUID() },
    { templates: readTemplates(), vocabulary: readVocabulary(), meetings: ['2027-05-12', '2027-11-10'] },
    { now: Date.now, newToken: () => randomBytes(32).toString('base64url') },
  );
  const uploadsFolder = mkdtempSync(join(tmpdir(), 'compact-desk-uploads-'));
  const app = await networkApp({ network, uploadsFolder });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    stop: async () => {
      await app.close();
      await store.close();
      rmSync(uploadsFolder, { recursive: true, force: true });
    },
  };
}
