import type { DocumentModel } from '#shared/export/document-model.ts';
import type { CopyMaterial } from './copy-makers.ts';
import type { WordAnswer, WordTask } from './word-worker.ts';

/** Makes one file after the other; rejects where one cannot be made. `end` stops whatever is being made. */
export type FileMaking = {
  readonly make: (model: DocumentModel) => Promise<Uint8Array>;
  readonly end: () => void;
};

/** Word files, made in a worker of their own, so that many of them never hold up the window. */
export const startWordMaking = (wordTemplate: CopyMaterial['wordTemplate']): FileMaking => {
  const worker = new Worker(new URL('./word-worker.ts', import.meta.url), { type: 'module' });
  // Heard from the beginning: it may end before the first file is asked for.
  const ended = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new Error('the maker of Word files ended'));
  });
  ended.catch(() => undefined);
  const sent = new Set<string>();
  return {
    make: async (model) => {
      const key = `${model.kind}-${model.direction}`;
      const template = sent.has(key) ? null : await wordTemplate(model.kind, model.direction);
      sent.add(key);
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      worker.onmessage = ({ data }: MessageEvent<WordAnswer>) =>
        data === null ? reject(new Error('no Word file was made')) : resolve(data);
      worker.postMessage({ model, template } satisfies WordTask);
      return Promise.race([promise, ended]);
    },
    end: () => worker.terminate(),
  };
};
