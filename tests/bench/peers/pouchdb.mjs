import express from 'express';
import expressPouchdb from 'express-pouchdb';
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import core from 'pouchdb-core';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';
import { gzippingFetch, listening, peer } from './peer.mjs';

/** PouchDB on both sides: a database in memory, express-pouchdb as the server, its own replication in between. */
const PouchDB = core.plugin(memory).plugin(http).plugin(replication).plugin(mapreduce);

const saved = async (database, edits) => {
  const known = await database.allDocs({ keys: edits.map(({ id }) => id), include_docs: true });
  await database.bulkDocs(
    known.rows.map((row, index) => {
      const { id, ...values } = edits[index];
      return { ...row.doc, ...values };
    }),
  );
};

peer(async ({ gzip, documents }) => {
  const Server = PouchDB.defaults({ adapter: 'memory' });
  const app = express();
  app.use('/', expressPouchdb(Server, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
  const port = await listening(app);
  const laptop = new PouchDB('laptop', { adapter: 'memory' });
  const remote = (url) => new PouchDB(`${url}/desk`, gzip ? { fetch: gzippingFetch } : {});
  const direct = remote(`http://127.0.0.1:${port}`);
  await direct.info();
  await laptop.bulkDocs(documents.map(({ id, ...values }) => ({ _id: id, ...values })));
  await laptop.replicate.to(direct);
  await laptop.replicate.from(direct);
  const ok = (result) => {
    if (!result.ok || result.doc_write_failures > 0) throw new Error(JSON.stringify(result));
  };
  return {
    port,
    edit: (side, edits) => saved(side === 'laptop' ? laptop : direct, edits),
    push: async (url) => ok(await laptop.replicate.to(remote(url))),
    pull: async (url) => ok(await laptop.replicate.from(remote(url))),
  };
});
