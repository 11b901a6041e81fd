import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type DocId, makeDocId } from '#shared/domain/ids.ts';
import { templateRefOf } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { bin, copyAs, putBack } from '#shared/sync/presence.ts';
import { upgradeTemplate } from '#shared/sync/template-upgrade.ts';
import type { AppCore } from './app-core.ts';
import type { Commands } from './commands.ts';
import { openUpdate, valuesAbout, valuesAboutElsewhere } from './documents-about.ts';
import { tryStore } from './explain-failure.ts';
import { firstValues } from './first-values.ts';
import { keepVersion } from './history.ts';

/** Beginning a document, its form, the bin. */
export const documentCommands = (core: AppCore) => {
  const { now, random } = core.parts;

  /** A new document with the person's own data, and over it `given`. */
  const create = async (kind: DocKind, given: FieldMap): Promise<Result<DocId, Failure>> => {
    const { documents, sync } = core.space;
    const template = core.resources.newest(kind);
    const at = now();
    const id = makeDocId(at, random);
    const own = firstValues(template, core.gate.profile.get(), core.preferences.get().language);
    const state = newDocument(id, kind, templateRefOf(template), { ...own, ...given }, at);
    const created = await tryStore(() => documents.update(id, () => state));
    if (!created.ok) return created;
    sync?.noteEdit();
    return ok(id);
  };

  return {
    createDocument: (kind) => create(kind, {}),

    beginAbout: async (kind, about) => {
      const form = core.resources.newest(kind);
      if (about === null) return create(kind, valuesAboutElsewhere(form, 'pledge'));
      const { documents } = core.space.index.getSnapshot() ?? { documents: [] };
      const summary = documents.find(({ id }) => id === about);
      if (summary === undefined) return err({ code: 'not-found' });
      const open = kind === 'pledge-update' ? openUpdate(documents, about) : undefined;
      return open ? ok(open.id) : create(kind, valuesAbout(form, summary));
    },

    upgradeTemplate: async (id) => {
      await core.flush();
      const at = now();
      const { space, resources } = core;
      const read = await tryStore(() => space.documents.read(id));
      if (!read.ok) return read;
      if (read.value !== undefined) {
        const to = templateRefOf(resources.newest(read.value.kind));
        const cause = { kind: 'before-upgrade', to } as const;
        await keepVersion(space, read.value, resources.find(read.value.template), { cause, at });
      }
      return core.step(id, (state) =>
        upgradeTemplate(state, templateRefOf(resources.newest(state.kind)), at),
      );
    },

    bin: (id) => core.step(id, (state) => bin(state, now())),
    putBack: (id) => core.step(id, (state) => putBack(state, now())),

    restoreAsCopy: async (id) => {
      const { documents, sync } = core.space;
      const at = now();
      const copy = makeDocId(at, random);
      const made = await tryStore(async () => {
        const state = await documents.read(id);
        if (state !== undefined) await documents.update(copy, () => copyAs(state, copy, at));
        return state !== undefined;
      });
      if (!made.ok) return made;
      if (!made.value) return err({ code: 'not-found' });
      sync?.noteEdit();
      return ok(copy);
    },
  } satisfies Partial<Commands>;
};
