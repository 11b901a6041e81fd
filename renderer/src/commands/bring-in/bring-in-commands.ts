import type { AppCore } from '../app-core.ts';
import type { Commands } from '../commands.ts';
import { makeDrafts, readFile, takeBackDrafts, wordDraft } from './bring-in.ts';

/** Files that come in, and the documents that are made of them. */
export const bringInCommands = (core: AppCore) => {
  const { now, random } = core.parts;
  return {
    readImport: async (file, as, watch) => readFile(await core.wholeResources(), file, as, watch),
    wordDraft: async (name, preview, choices, decimal) =>
      wordDraft(await core.wholeResources(), name, preview, choices, decimal),
    makeDrafts: (drafts, watch) => makeDrafts(core.space, drafts, watch, now, random),
    takeBackDrafts: (ids) => takeBackDrafts(core.space, ids, now),
  } satisfies Partial<Commands>;
};
