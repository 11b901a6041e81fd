import { err } from '#shared/result.ts';
import type { AppCore } from './app-core.ts';
import type { Commands } from './commands.ts';
import { tryStore } from './explain-failure.ts';
import { keepAsked, restoreVersion } from './history.ts';

/** The versions of a document. */
export const versionCommands = (core: AppCore) => {
  const { now } = core.parts;
  return {
    keepVersion: async (id, name) => {
      const unsaved = await core.unsaved(id);
      return unsaved ? err(unsaved) : keepAsked(core.space, id, core.resources, name, now());
    },
    nameVersion: async (id, seq, name) => {
      const named = await tryStore(() => core.space.versions.rename(id, seq, name));
      return named.ok ? named.value : named;
    },
    restoreVersion: async ({ id, template }, seq, field) => {
      const unsaved = await core.unsaved(id);
      return unsaved ? err(unsaved) : restoreVersion(core.space, id, seq, template, field, now);
    },
  } satisfies Partial<Commands>;
};
