import { importError } from '#shared/import/import-result.ts';
import type { AmountCustom } from '#shared/import/read-amount.ts';
import { readImport } from '#shared/import/read-import.ts';
import { ValueReader } from '#shared/import/read-value.ts';
import { draftOfWord } from '#shared/import/word-draft.ts';
import { err } from '#shared/result.ts';
import type { ImportAnswer, ImportTask } from './import-task.ts';

/** Reads files beside the window, so that a long table never holds up the keys; ended when the person cancels. */

const decimalOf = ({ decimal }: ImportTask['request']): AmountCustom =>
  decimal === undefined ? {} : { decimal };

const answer = (message: ImportAnswer): void => self.postMessage(message);

const work = async (task: ImportTask): Promise<void> => {
  switch (task.do) {
    case 'read': {
      const progress = (done: number, total: number) => answer({ what: 'progress', done, total });
      answer({ what: 'preview', result: await readImport(task.request, progress) });
      return;
    }
    case 'word-draft': {
      const { request, pieces, choices, placed, amounts } = task;
      const form = request.newest.find(({ kind }) => kind === task.kind);
      if (form === undefined) throw new Error(`Assumption broken: no form for ${task.kind}`);
      const reader = new ValueReader(request.vocabulary, { ...amounts, ...decimalOf(request) });
      answer({
        what: 'draft',
        draft: draftOfWord(pieces, choices, placed, form, reader, request.name),
      });
    }
  }
};

self.addEventListener('message', ({ data }: MessageEvent<ImportTask>) => {
  work(data).catch(() => answer({ what: 'preview', result: err(importError('unreadable')) }));
});
