import { doInWorker } from '../worker-tasks.ts';
import type { BundleTask, BundleWork } from './bundle-task.ts';

const buffersOf = (task: BundleTask): Transferable[] =>
  task.do === 'read' && task.bytes.buffer instanceof ArrayBuffer ? [task.bytes.buffer] : [];

/** Does each task in a worker of its own. The bytes of a bundle to read are given away. */
export const workInWorker: BundleWork = (task, watch) =>
  doInWorker(
    () => new Worker(new URL('./bundle-worker.ts', import.meta.url), { type: 'module' }),
    task,
    watch,
    buffersOf(task),
  );
