import { DeskDatabase } from '#renderer/data/database.ts';
import { DocumentRepository } from '#renderer/data/document-repository.ts';
import { aesGcmSealer } from '#renderer/data/sealer.ts';
import { storeEvents } from '#renderer/data/store-events.ts';
import pledge from '#resources/templates/pledge@1.json';
import vocabulary from '#resources/vocabulary/vocabulary.json';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { edit } from '#shared/sync/edit.ts';
import { summarize } from '#shared/sync/summarize.ts';
import { pledgeState, prose, seededBytes } from '#tests/bench/corpus.ts';

/** The subjects, each a number of saves; the answers are milliseconds per save. */
export type AutosaveBench = {
  readonly sizeBytes: number;
  rawPuts(count: number): Promise<number[]>;
  appSaves(count: number): Promise<number[]>;
};

const template = pledge as unknown as Template;
const random = seededBytes(11);
const first = pledgeState(random, Date.now(), 'pledge@1');
const description = 'description' as FieldPath;

const opened = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function rawStore(): Promise<(value: unknown) => Promise<void>> {
  const opening = indexedDB.open('raw', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('documents');
  const database = await opened(opening);
  return (value) =>
    new Promise((resolve, reject) => {
      const writing = database.transaction('documents', 'readwrite', { durability: 'strict' });
      writing.objectStore('documents').put(value, 'one');
      writing.oncomplete = () => resolve();
      writing.onerror = () => reject(writing.error);
    });
}

async function appStore(): Promise<(text: string) => Promise<unknown>> {
  const database = new DeskDatabase('bench');
  await database.open();
  const sealer = await aesGcmSealer(crypto.getRandomValues(new Uint8Array(32)));
  const documents = new DocumentRepository(database, sealer, storeEvents('bench'), (state) =>
    summarize(state, template, validate(template, state.local, vocabulary as Vocabulary)),
  );
  await documents.update(first.id, () => first);
  return (text) =>
    documents.update(first.id, (state) => state && edit(state, new Map([[description, text]]), Date.now()));
}

async function timed(count: number, save: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const text = prose(random, 8_000);
    const startedAt = performance.now();
    await save(text);
    times.push(performance.now() - startedAt);
  }
  return times;
}

const [putRaw, saveInApp] = await Promise.all([rawStore(), appStore()]);
const bench: AutosaveBench = {
  sizeBytes: new TextEncoder().encode(JSON.stringify(first)).length,
  rawPuts: (count) =>
    timed(count, (text) => putRaw({ ...first, local: { ...first.local, description: text } })),
  appSaves: (count) => timed(count, saveInApp),
};
Object.assign(globalThis, { bench });
