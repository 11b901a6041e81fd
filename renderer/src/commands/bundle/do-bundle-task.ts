import { bundleCrypto } from '#renderer/shell/bundle-crypto.ts';
import { sealBundle } from '#shared/bundle/envelope.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import type { BundleAnswer, BundleTask } from './bundle-task.ts';

/** Packs and seals, or opens and verifies: all that of a bundle which takes long. Pure work on bytes, for a worker. */
export const doBundleTask = async (
  task: BundleTask,
  onProgress: (done: number, total: number) => void,
): Promise<BundleAnswer> => {
  if (task.do === 'read') {
    return { what: 'read', result: await readBundle(task.bytes, task.passphrase, bundleCrypto, onProgress) };
  }
  const zip = writeBundle(task.content, onProgress);
  if (!zip.ok) return { what: 'too-large', failure: zip.error };
  const { passphrase } = task;
  return {
    what: 'written',
    parts: passphrase === null ? [zip.value] : await sealBundle(zip.value, passphrase, bundleCrypto),
  };
};
