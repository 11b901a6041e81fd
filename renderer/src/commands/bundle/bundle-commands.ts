import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import { ok } from '#shared/result.ts';
import type { AppCore } from '../app-core.ts';
import type { Commands } from '../commands.ts';
import { tryStore } from '../explain-failure.ts';
import type { BundleChoice, BundleSaving, BundleWatch } from './bundle-view.ts';
import type { BundleMaker } from './make-bundle.ts';
import type { BundleMade } from './space-bundles.ts';

const oneWindow =
  (lock: string): BundleMaker['alone'] =>
  (make, signal) =>
    navigator.locks.request(lock, { signal }, make).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });

/** Handing over and taking over. What packs and reads bundles is loaded with the first one. */
export const bundleCommands = (core: AppCore) => {
  const { shell, now } = core.parts;

  const make = async (choice: BundleChoice, watch: BundleWatch): Promise<BundleMade> => {
    await core.flush();
    const { makeBundle } = await import('./make-bundle.ts');
    const { workInWorker: work } = await import('./work-in-worker.ts');
    const { version: appVersion } = await shell.info();
    const name = `hand-over-${new Date(now()).toISOString().slice(0, 10)}.deskbundle`;
    const save = async (parts: readonly Uint8Array[]): Promise<BundleSaving> => {
      const bytes = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
      return (await shell.saveFile(name, bytes)).outcome;
    };
    const { space, resources } = core;
    const alone = oneWindow(`desk-bundle:${space.name}`);
    const maker = { profile: core.gate.profile.get(), resources, appVersion, work, save, alone };
    const made = await makeBundle(space, maker, choice, now(), watch);
    return made.ok ? ok({ outcome: made.value, name }) : made;
  };

  return {
    planBundle: async (docs, withHistory) => {
      const { planBundle } = await import('./make-bundle.ts');
      return planBundle(core.space, core.gate.profile.get(), docs, withHistory);
    },
    exportBundle: async (choice) => {
      const { bundles } = core.space;
      bundles.made.set(null);
      bundles.made.set(await bundles.making.run('gathering', (watch) => make(choice, watch)));
    },
    noteMadeSeen: () => core.space.bundles.made.set(null),

    openBundle: async (bytes, passphrase, watch) => {
      await core.flush();
      const { openBundleFile } = await import('./take-bundle.ts');
      const { workInWorker: work } = await import('./work-in-worker.ts');
      return openBundleFile(core.space, core.resources, { bytes, passphrase, work }, watch);
    },
    takeBundle: async (take) => {
      const { space, resources } = core;
      const taken = await space.bundles.taking.run('taking', async (watch) => {
        await core.flush();
        const { takeBundle } = await import('./take-bundle.ts');
        return takeBundle(space, resources, take, now(), watch);
      });
      space.bundles.outcome.set({ preview: take.opened.preview, taken });
      return taken;
    },
    noteOutcomeSeen: () => core.space.bundles.outcome.set(null),

    forgetCarried: (doc, client) => {
      const { meta, events } = core.space;
      return tryStore(async () => {
        await new CarriedRepository(meta).drop(doc, client);
        events.committed([doc]);
      });
    },
    retryCarried: (doc, client) => {
      const { meta, events, sync } = core.space;
      return tryStore(async () => {
        await new CarriedRepository(meta).retry(doc, client);
        events.committed([doc]);
        sync?.wake();
      });
    },
  } satisfies Partial<Commands>;
};
