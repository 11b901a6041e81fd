import type { DocId, RandomBytes } from '#shared/domain/ids.ts';
import { makeClientId } from '#shared/domain/ids.ts';
import { AnswersByDocument } from '#shared/domain/recall.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Failure } from '#shared/errors.ts';
import { recount } from '#shared/sync/apply-change.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { summarize } from '#shared/sync/summarize.ts';
import { SpaceBundles } from './commands/bundle/space-bundles.ts';
import { type DeskApp, makeDeskApp } from './commands/desk-app.ts';
import { ExternalStore } from './commands/external-store.ts';
import { noteMerge } from './commands/history.ts';
import type { OpenSpace } from './commands/space-gate.ts';
import { SpaceTemplates } from './commands/templates/space-templates.ts';
import { whenIdle } from './components/when-idle.ts';
import { CarriedRepository } from './data/carried-repository.ts';
import { deleteDatabase, openDatabase } from './data/database.ts';
import { DeskIndex } from './data/desk-index.ts';
import { localDeviceSettings } from './data/device-settings.ts';
import { DocumentRepository } from './data/document-repository.ts';
import { FileRepository } from './data/file-repository.ts';
import { sweepFiles } from './data/file-sweep.ts';
import { Journal } from './data/journal.ts';
import { readJournal } from './data/journal-reader.ts';
import { MetaRepository } from './data/meta-repository.ts';
import { restore } from './data/restore.ts';
import { aesGcmSealer } from './data/sealer.ts';
import { storeEvents } from './data/store-events.ts';
import { namedFailure } from './data/store-failure.ts';
import { isOnDisk } from './data/stores-on-disk.ts';
import { syncStore } from './data/sync-store.ts';
import { TemplateRepository } from './data/template-repository.ts';
import { VersionRepository } from './data/version-repository.ts';
import { loadResources } from './load-resources.ts';
import type { Shell } from './shell/shell.ts';
import { SyncEngine } from './sync/engine.ts';
import { httpTransport } from './sync/http-transport.ts';
import type { Clock } from './sync/ports.ts';
import { loadWordTemplate } from './word-templates.ts';

/** Composition root of the window: the real clock, random, store, transport and engine. */

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

const clock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    // Longer than a timer can hold would fire at once.
    const timer = setTimeout(run, Math.min(delayMs, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

const roll = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

const gzip = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const spaceOpener =
  (shell: Shell): OpenSpace =>
  async ({ kind, name, serverUrl }, key, protection) => {
    const [database, sealer, builtIn] = await Promise.all([
      openDatabase(name),
      aesGcmSealer(key),
      loadResources('screens'),
    ]);
    const { vocabulary } = builtIn;
    const events = storeEvents(name);
    const answers = new AnswersByDocument();
    /** Documents that were listed without their form: looked at again when one comes. */
    const formless = new Set<DocId>();
    const templates = await SpaceTemplates.open({
      kept: new TemplateRepository(database, sealer),
      builtIn,
      serverUrl,
      onArrived: () => events.committed([...formless]),
    });
    const summarizeBest = (state: DocumentState): DocumentSummary => {
      const template = templates.resources.find(state.template);
      if (template) {
        const own = answers.of(state.id);
        own.nextRound();
        return summarize(state, template, validate(template, state.local, vocabulary, own.recall));
      }
      // A form that is not here yet: listed by its title, judged by nobody, and said to be so.
      formless.add(state.id);
      const summary = summarize(state, templates.resources.newest(state.kind), []);
      return { ...summary, attention: summary.attention ?? templates.obstacle(state.template) };
    };
    // Where one row is damaged there are others: they share one reading of the journal.
    let reading: ReturnType<typeof readJournal> | null = null;
    const recover = async (id: DocId) => {
      if (shell.journal === null) return undefined;
      reading ??= readJournal(shell.journal, name, sealer).finally(() =>
        clock.after(10_000, () => {
          reading = null;
        }),
      );
      const known = (await reading).documents.get(id);
      if (known === undefined) return undefined;
      sync?.readAnew();
      return recount(known);
    };
    const documents = new DocumentRepository(database, sealer, events, summarizeBest, recover);
    const meta = new MetaRepository(database, sealer);
    const versionEvents = storeEvents(`${name}:versions`);
    const versions = new VersionRepository(database, sealer, versionEvents, randomBytes);
    const restored =
      shell.journal && (await restore(shell.journal, name, sealer, { documents, meta, versions }));
    const journal =
      shell.journal &&
      new Journal({ files: shell.journal, space: name, sealer, documents, meta, versions, events, clock });
    const index = new DeskIndex(documents, events, whenIdle);
    await index.open();
    // A second copy that cannot be begun is told by its standing; the first one is there all the same.
    void whenIdle().then(() => journal?.begin());
    const files = new FileRepository(database, sealer, clock.now);
    const historyTrouble = new ExternalStore<Failure | null>(null);
    // Nothing depends on it; what cannot be swept now is swept at a later start.
    void whenIdle()
      .then(() => sweepFiles({ documents, files, meta, versions }, clock.now()))
      .catch(() => 0);
    const onMerged = (before: DocumentState) => {
      const template = templates.resources.find(before.template);
      void noteMerge({ versions, meta, documents, historyTrouble }, before, template, clock.now());
    };
    const store = syncStore(documents, meta, () => makeClientId(randomBytes), onMerged);
    const sync: SyncEngine | null =
      kind === 'local'
        ? null
        : new SyncEngine(
            {
              store,
              transport: httpTransport(
                (request, abort) => shell.request({ ...request, server: serverUrl }, abort),
                gzip,
              ),
              files,
              clock,
              random: { bytes: randomBytes, roll },
              explain: namedFailure,
              carried: new CarriedRepository(meta),
              templates,
              onFrozen: (docs) => journal?.noteFrozen(docs),
            },
            { hold: (run) => navigator.locks.request(`desk-sync:${name}`, run) },
            async () =>
              (index.getSnapshot()?.documents ?? []).filter(
                (summary) =>
                  summary.presence === 'here' && (summary.attention !== null || summary.conflicts > 0),
              ).length,
          );
    return {
      kind,
      name,
      key,
      protection,
      documents,
      index,
      meta,
      files,
      versions,
      templates,
      historyTrouble,
      bundles: new SpaceBundles(),
      events,
      answers,
      journal,
      restored,
      sync,
      close() {
        journal?.close();
        index.close();
        events.close();
        versionEvents.close();
        database.close();
      },
    };
  };

/** Builds the app over a shell; `begin` opens it. */
export const makeApp = (shell: Shell): DeskApp => {
  const app = makeDeskApp({
    shell,
    settings: localDeviceSettings(localStorage),
    loadResources,
    openSpace: spaceOpener(shell),
    isOnDisk: (name) => isOnDisk(name, indexedDB, shell.journal),
    deleteStore: deleteDatabase,
    wordTemplate: loadWordTemplate,
    random: randomBytes,
    now: clock.now,
    firstPreferences: {
      language: navigator.language.startsWith('es') ? 'es' : 'en',
      theme: 'system',
      textSize: 100,
      density: 'comfortable',
      meetings: [],
      calendar: 'automatic',
    },
  });
  shell.onWake(() => app.space.get()?.sync?.wake());
  for (const sign of ['pointerdown', 'keydown', 'focus']) {
    addEventListener(sign, () => app.space.get()?.sync?.nudge(), { passive: true, capture: true });
  }
  addEventListener('offline', () => app.space.get()?.sync?.lost());
  addEventListener('visibilitychange', () => void app.flush());
  addEventListener('pagehide', () => void app.flush());
  return app;
};
