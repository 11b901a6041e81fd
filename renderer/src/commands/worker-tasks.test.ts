import { describe, expect, it } from 'vitest';
import { doInWorker, doTasks, startTasks } from './worker-tasks.ts';

type Work = (task: string, onProgress: (done: number, total: number) => void) => Promise<string>;

/** A worker in this thread: what crosses is copied as between two. */
const workerOf = (work: Work) => {
  const { port1, port2 } = new MessageChannel();
  doTasks(port2, work);
  port2.start();
  const ended: string[] = [];
  const terminate = () => {
    ended.push('ended');
    port1.close();
  };
  return { worker: Object.assign(port1, { terminate }) as unknown as Worker, ended };
};

const reverse: Work = async (task, onProgress) => {
  onProgress(1, 2);
  if (task === '') throw new Error('nothing to reverse');
  onProgress(2, 2);
  return [...task].reverse().join('');
};

const watchOf = (abort: AbortSignal) => {
  const told: string[] = [];
  return {
    told,
    watch: { onProgress: (done: number, total: number) => told.push(`${done}/${total}`), abort },
  };
};

describe('doInWorker', () => {
  it('tells how far it is, answers, and ends the worker', async () => {
    const { worker, ended } = workerOf(reverse);
    const { told, watch } = watchOf(new AbortController().signal);
    expect(await doInWorker(() => worker, 'abc', watch)).toBe('cba');
    expect([told, ended]).toEqual([['1/2', '2/2'], ['ended']]);
  });

  it('says that it broke where the work throws, and where the worker itself fails', async () => {
    const { watch } = watchOf(new AbortController().signal);
    expect(await doInWorker(() => workerOf(reverse).worker, '', watch)).toBe('broken');
    const { worker, ended } = workerOf(() => new Promise(() => {}));
    const answer = doInWorker(() => worker, 'abc', watch);
    worker.dispatchEvent(new Event('error'));
    expect(await answer).toBe('broken');
    expect(ended).toEqual(['ended']);
  });

  it('ends the worker in the middle of its work when the person stops it, and starts none afterwards', async () => {
    const stop = new AbortController();
    const { worker, ended } = workerOf(async (_, onProgress) => {
      onProgress(1, 2);
      return new Promise(() => {});
    });
    const watch = { onProgress: () => stop.abort(), abort: stop.signal };
    expect(await doInWorker(() => worker, 'abc', watch)).toBe('cancelled');
    expect(ended).toEqual(['ended']);
    const start = () => {
      throw new Error('a worker was started');
    };
    expect(await doInWorker(start, 'abc', watch)).toBe('cancelled');
  });
});

describe('startTasks', () => {
  it('does one task after the other, also after one that could not be done, until it is ended', async () => {
    const { worker, ended } = workerOf(reverse);
    const tasks = startTasks<string, string>(worker);
    const answers = [];
    for (const task of ['ab', '', 'cd']) answers.push(await tasks.do(task, () => {}));
    expect(answers).toEqual(['ba', 'broken', 'dc']);
    expect(ended).toEqual([]);
    tasks.end();
    expect(ended).toEqual(['ended']);
  });

  it('knows of a failure before the first task', async () => {
    const { worker } = workerOf(reverse);
    const tasks = startTasks<string, string>(worker);
    worker.dispatchEvent(new Event('error'));
    expect(await tasks.do('ab', () => {})).toBe('broken');
    tasks.end();
  });
});
