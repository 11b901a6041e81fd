import type { BundleAnswer, BundleTask, BundleWork } from './bundle-task.ts';

const buffersOf = (task: BundleTask): Transferable[] =>
  task.do === 'read' && task.bytes.buffer instanceof ArrayBuffer ? [task.bytes.buffer] : [];

/** Does each task in a worker of its own, which ends with it. The bytes of a bundle to read are given away. */
export const workInWorker: BundleWork = (task, onProgress, abort) =>
  new Promise((resolve) => {
    if (abort.aborted) {
      resolve(null);
      return;
    }
    const worker = new Worker(new URL('./bundle-worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: BundleAnswer | null) => {
      worker.terminate();
      abort.removeEventListener('abort', cancel);
      resolve(answer);
    };
    const cancel = () => end(null);
    abort.addEventListener('abort', cancel);
    worker.addEventListener('error', () => end({ what: 'broken' }));
    worker.addEventListener('message', ({ data }: MessageEvent<BundleAnswer>) => {
      if (data.what === 'progress') onProgress(data.done, data.total);
      else end(data);
    });
    worker.postMessage(task, buffersOf(task));
  });
