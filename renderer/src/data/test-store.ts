import { makeClientId } from '#shared/domain/ids.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { summarize } from '#shared/sync/summarize.ts';
import { DeskDatabase, openDatabase } from './database.ts';
import { DocumentRepository } from './document-repository.ts';
import { FileRepository } from './file-repository.ts';
import { MetaRepository } from './meta-repository.ts';
import { aesGcmSealer } from './sealer.ts';
import { storeEvents } from './store-events.ts';
import { syncStore } from './sync-store.ts';
import { TemplateRepository } from './template-repository.ts';
import { VersionRepository } from './version-repository.ts';

let opened = 0;

/** Opens a sealed store under a name of its own; with fake-indexeddb in place this needs no browser. */
export const openTestStore = async (key = new Uint8Array(32).fill(7), space?: string, now = Date.now) => {
  opened += 1;
  const name = space ?? `test-${opened}`;
  const database = await openDatabase(name);
  const sealer = await aesGcmSealer(key);
  const events = storeEvents(name);
  const documents = new DocumentRepository(database, sealer, events, (state) =>
    summarize(state, testTemplate, []),
  );
  const meta = new MetaRepository(database, sealer);
  const templates = new TemplateRepository(database, sealer);
  const files = new FileRepository(database, sealer, now);
  const store = syncStore(documents, meta, () => makeClientId((length) => new Uint8Array(length)));
  const versionEvents = storeEvents(`${name}:versions`);
  const versions = new VersionRepository(database, sealer, versionEvents, (length) =>
    crypto.getRandomValues(new Uint8Array(length)),
  );
  const close = () => {
    versionEvents.close();
    events.close();
    database.close();
  };
  const destroy = async () => {
    close();
    await DeskDatabase.delete(database.name);
  };
  return { name, database, documents, files, events, meta, store, templates, versions, close, destroy };
};
