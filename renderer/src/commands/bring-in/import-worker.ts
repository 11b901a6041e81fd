import type { AmountCustom } from '#shared/import/read-amount.ts';
import { readImport } from '#shared/import/read-import.ts';
import { ValueReader } from '#shared/import/read-value.ts';
import { draftOfWord } from '#shared/import/word-draft.ts';
import type { Watch } from '../watch.ts';
import { doTasks } from '../worker-tasks.ts';
import type { ImportAnswer, ImportTask } from './import-task.ts';

/** Reads files beside the window, so that a long table never holds up the keys; ended when the person cancels. */

const decimalOf = ({ decimal }: ImportTask['request']): AmountCustom =>
  decimal === undefined ? {} : { decimal };

const work = async (task: ImportTask, onProgress: Watch['onProgress']): Promise<ImportAnswer> => {
  switch (task.do) {
    case 'read':
      return { what: 'preview', result: await readImport(task.request, onProgress) };
    case 'word-draft': {
      const { request, pieces, choices, placed, amounts } = task;
      const form = request.newest.find(({ kind }) => kind === task.kind);
      if (form === undefined) throw new Error(`Assumption broken: no form for ${task.kind}`);
      const reader = new ValueReader(request.vocabulary, { ...amounts, ...decimalOf(request) });
      return { what: 'draft', draft: draftOfWord(pieces, choices, placed, form, reader, request.name) };
    }
  }
};

doTasks(self, work);
