import { cancelled, type Watch } from './watch.ts';

/**
 * How the window and a worker beside it talk: tasks go out one at a time; how far each is comes back, and in the end
 * what came of it. Whoever cancels a task ends its worker.
 */

/** What a worker says of its task; `broken`: it could not do it. */
type WorkerReport<Answer> =
  | { readonly what: 'progress'; readonly done: number; readonly total: number }
  | { readonly what: 'answer'; readonly answer: Answer }
  | { readonly what: 'broken' };

/** The worker's side: does each task that comes. `buffersOf`: what of an answer is given away, not copied. */
export const doTasks = <Task, Answer>(
  port: Pick<Window & MessagePort, 'addEventListener' | 'postMessage'>,
  work: (task: Task, onProgress: Watch['onProgress']) => Promise<Answer>,
  buffersOf: (answer: Answer) => Transferable[] = () => [],
): void => {
  const report = (said: WorkerReport<Answer>, transfer: Transferable[] = []) =>
    port.postMessage(said, { transfer });
  port.addEventListener('message', ({ data }: MessageEvent<Task>) => {
    work(data, (done, total) => report({ what: 'progress', done, total }))
      .then((answer) => report({ what: 'answer', answer }, buffersOf(answer)))
      .catch(() => report({ what: 'broken' }));
  });
};

/** The window's side: a worker that does one task after the other until it is ended. */
export const startTasks = <Task, Answer>(worker: Worker) => {
  // Heard from the beginning: it may break before the first task.
  const broken = new Promise<'broken'>((resolve) => {
    worker.addEventListener('error', () => resolve('broken'));
  });
  return {
    /** `give`: what of the task is given away, not copied. */
    do: (
      task: Task,
      onProgress: Watch['onProgress'],
      give: Transferable[] = [],
    ): Promise<Answer | 'broken'> => {
      const done = new Promise<Answer | 'broken'>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<WorkerReport<Answer>>) => {
          if (data.what === 'progress') onProgress(data.done, data.total);
          else resolve(data.what === 'answer' ? data.answer : 'broken');
        };
      });
      worker.postMessage(task, give);
      return Promise.race([done, broken]);
    },
    end: () => worker.terminate(),
  };
};

/** Does one task in a worker of its own, which ends with it. */
export const doInWorker = async <Task, Answer>(
  start: () => Worker,
  task: Task,
  { onProgress, abort }: Watch,
  give?: Transferable[],
): Promise<Answer | 'broken' | 'cancelled'> => {
  if (abort.aborted) return 'cancelled';
  const tasks = startTasks<Task, Answer>(start());
  try {
    return await Promise.race([tasks.do(task, onProgress, give), cancelled(abort)]);
  } finally {
    tasks.end();
  }
};
