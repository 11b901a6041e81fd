import type { DocumentModel } from '#shared/export/document-model.ts';
import type { CopyMaterial } from './copy-makers.ts';
import type { WordTask } from './word-worker.ts';
import { startTasks } from './worker-tasks.ts';

/** Makes one file after the other; rejects where one cannot be made. `end` stops whatever is being made. */
export type FileMaking = {
  readonly make: (model: DocumentModel) => Promise<Uint8Array>;
  readonly end: () => void;
};

/** Word files, made in a worker of their own, so that many of them never hold up the window. */
export const startWordMaking = (wordTemplate: CopyMaterial['wordTemplate']): FileMaking => {
  const tasks = startTasks<WordTask, Uint8Array>(
    new Worker(new URL('./word-worker.ts', import.meta.url), { type: 'module' }),
  );
  const sent = new Set<string>();
  return {
    make: async (model) => {
      const key = `${model.kind}-${model.direction}`;
      const template = sent.has(key) ? null : await wordTemplate(model.kind, model.direction);
      sent.add(key);
      const bytes = await tasks.do({ model, template }, () => {});
      if (bytes === 'broken') throw new Error('no Word file was made');
      return bytes;
    },
    end: tasks.end,
  };
};
