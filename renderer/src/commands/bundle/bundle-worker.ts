import { doTasks } from '../worker-tasks.ts';
import type { BundleAnswer } from './bundle-task.ts';
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

doTasks(self, doBundleTask, buffersOf);
