import { DeskDatabase } from '#renderer/data/database.ts';
import { toRows } from '#renderer/data/document-rows.ts';
import { aesGcmSealer } from '#renderer/data/sealer.ts';
import { makeApp } from '#renderer/deps.ts';
import { browserShell } from '#renderer/shell/browser-shell.ts';
import pledge from '#resources/templates/pledge@1.json';
import vocabulary from '#resources/vocabulary/vocabulary.json';
import { type Template, templateRefOf } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { summarize } from '#shared/sync/summarize.ts';
import { noteState, pledgeState, seededBytes } from '#tests/bench/corpus.ts';

export type SeedBench = {
  /** Fills the space "Just write" of this origin; answers the id of one of the newest documents. */
  fill(count: number): Promise<string>;
  /** Puts one large concept note into it; answers its id. */
  fillNote(): Promise<string>;
};

const template = pledge as unknown as Template;
const batch = 500;
const yearMs = 365 * 24 * 3600 * 1000;

async function openSpace() {
  const app = makeApp(browserShell(async () => {}));
  await app.begin();
  const started = await app.start('local', { name: 'Ana Ruiz', organization: 'Ministry', country: 'CL' });
  const space = app.space.get();
  if (!started.ok || space === null) throw new Error('the space could not be opened');
  // What is opened later finds the app's files in the cache, as after any first visit.
  await navigator.serviceWorker.ready;
  return { app, space };
}

async function fillNote(): Promise<string> {
  const { app, space } = await openSpace();
  const ref = templateRefOf(app.resources.newest('concept-note'));
  const state = noteState(seededBytes(31), Date.now(), ref);
  await space.documents.update(state.id, () => state);
  return state.id;
}

async function fill(count: number): Promise<string> {
  const { space } = await openSpace();
  const sealer = await aesGcmSealer(space.key);
  const database = new DeskDatabase('local');
  await database.open();
  const random = seededBytes(23);
  const now = Date.now();
  let newest = '';
  for (let done = 0; done < count; done += batch) {
    const size = Math.min(batch, count - done);
    const states = Array.from({ length: size }, (_, index) =>
      pledgeState(random, now - yearMs + Math.floor(((done + index) / count) * yearMs), 'pledge@1'),
    );
    newest = states.at(-1)?.id ?? newest;
    const rows = await Promise.all(
      states.map((state) =>
        toRows(
          sealer,
          state,
          summarize(state, template, validate(template, state.local, vocabulary as Vocabulary)),
          1,
        ),
      ),
    );
    await database.transaction('rw', [database.documents, database.contents], async () => {
      await database.documents.bulkPut(rows.map(({ document }) => document));
      await database.contents.bulkPut(rows.map(({ contents }) => contents));
    });
  }
  database.close();
  return newest;
}

const seed: SeedBench = { fill, fillNote };
Object.assign(globalThis, { seed });
