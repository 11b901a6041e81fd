import type { BundleAnswer, BundleTask } from './bundle-task.ts';
import { doBundleTask } from './do-bundle-task.ts';

/** Hashes, packs and seals beside the window, so that a large file never holds up the keys; ended by Cancel. */

/** What can be given to the window instead of being copied: whole buffers of files. */
const buffersOf = (answer: BundleAnswer): Transferable[] => {
  const bytes =
    answer.what === 'written'
      ? answer.parts
      : answer.what === 'read' && answer.result.ok
        ? [...answer.result.value.files.values()]
        : [];
  return [
    ...new Set(bytes.filter((one) => one.length === one.buffer.byteLength).map(({ buffer }) => buffer)),
  ].filter((buffer) => buffer instanceof ArrayBuffer);
};

self.addEventListener('message', ({ data }: MessageEvent<BundleTask>) => {
  const tell = (done: number, total: number) => self.postMessage({ what: 'progress', done, total });
  doBundleTask(data, tell).then(
    (answer) => self.postMessage(answer, { transfer: buffersOf(answer) }),
    () => self.postMessage({ what: 'broken' } satisfies BundleAnswer),
  );
});
