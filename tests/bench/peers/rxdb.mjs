import compression from 'compression';
import express from 'express';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { gzippingFetch, listening, peer } from './peer.mjs';

/** RxDB with its Dexie storage and the HTTP replication of its documentation, the server in memory. */
const schema = (document) => ({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    ...Object.fromEntries(
      Object.entries(document).map(([name, value]) => [
        name,
        Array.isArray(value) ? { type: 'array', items: { type: 'string' } } : { type: typeof value },
      ]),
    ),
    id: { type: 'string', maxLength: 100 },
    updatedAt: { type: 'number' },
  },
});

peer(async ({ gzip, documents }) => {
  const master = new Map();
  let lastUpdate = 0;
  const write = (document) => {
    lastUpdate += 1;
    master.set(document.id, { ...document, updatedAt: lastUpdate });
  };
  const app = express();
  if (gzip) app.use(compression({ threshold: 150 }));
  app.use(express.json({ limit: '100mb' }));
  app.get('/pull', (request, response) => {
    const { since, limit } = request.query;
    const found = [...master.values()]
      .filter(({ updatedAt }) => updatedAt > Number(since))
      .sort((a, b) => a.updatedAt - b.updatedAt)
      .slice(0, Number(limit));
    response.json({
      documents: found,
      checkpoint: { updatedAt: found.at(-1)?.updatedAt ?? Number(since) },
    });
  });
  app.post('/push', (request, response) => {
    const conflicts = [];
    for (const { newDocumentState, assumedMasterState } of request.body) {
      const known = master.get(newDocumentState.id);
      if (known && known.updatedAt !== assumedMasterState?.updatedAt) conflicts.push(known);
      else write(newDocumentState);
    }
    response.json(conflicts);
  });
  const port = await listening(app);
  const database = await createRxDatabase({
    name: 'laptop',
    storage: getRxStorageDexie({ indexedDB, IDBKeyRange }),
    multiInstance: false,
  });
  const { desk } = await database.addCollections({ desk: { schema: schema(documents[0]) } });
  const send = gzip ? gzippingFetch : fetch;
  const replicate = async (url, ways) => {
    const errors = [];
    const state = replicateRxCollection({
      collection: desk,
      replicationIdentifier: 'desk',
      live: false,
      ...(ways.includes('push') && {
        push: {
          batchSize: 100,
          handler: async (rows) => {
            const response = await send(`${url}/push`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(rows),
            });
            return response.json();
          },
        },
      }),
      ...(ways.includes('pull') && {
        pull: {
          batchSize: 100,
          handler: async (checkpoint, limit) => {
            const response = await send(`${url}/pull?since=${checkpoint?.updatedAt ?? 0}&limit=${limit}`);
            return response.json();
          },
        },
      }),
    });
    state.error$.subscribe((error) => errors.push(error));
    await state.awaitInitialReplication();
    await state.cancel();
    if (errors.length > 0) throw errors[0];
  };
  const direct = `http://127.0.0.1:${port}`;
  await desk.bulkInsert(documents.map((document) => ({ ...document, updatedAt: 0 })));
  await replicate(direct, ['push', 'pull']);
  return {
    port,
    edit: async (side, edits) => {
      // What it pushed comes back with the next pull; that is not what the next measure is about.
      if (side === 'server') await replicate(direct, ['pull']);
      for (const { id, ...values } of edits) {
        if (side === 'server') write({ ...master.get(id), ...values });
        else await (await desk.findOne(id).exec()).incrementalPatch(values);
      }
    },
    push: async (url) => {
      await replicate(url, ['push']);
      for (const document of await desk.find().exec()) {
        const kept = master.get(document.id);
        if (
          Object.keys(documents[0]).some(
            (key) => JSON.stringify(kept[key]) !== JSON.stringify(document.get(key)),
          )
        )
          throw new Error(`${document.id} did not arrive`);
      }
    },
    pull: (url) => replicate(url, ['pull']),
  };
});
