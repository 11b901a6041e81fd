import { DeskDatabase } from '#renderer/data/database.ts';
import { aesGcmSealer } from '#renderer/data/sealer.ts';
import { storeEvents } from '#renderer/data/store-events.ts';
import { VersionRepository } from '#renderer/data/version-repository.ts';
import { openVersion, sealVersionBody } from '#renderer/data/version-rows.ts';
import { noteHalfHour, noteState, seededBytes } from '#tests/bench/corpus.ts';

export type HistorySizes = {
  /** Bytes of the sealed rows as the app keeps them. */
  readonly keptBytes: number;
  /** Bytes that they would take if every version were kept whole; packed and sealed in the same way. */
  readonly wholeBytes: number;
};

export type HistoryBench = {
  /** Keeps so many versions of a large concept note, half an hour of work between two. */
  fill(count: number): Promise<HistorySizes>;
  /** Milliseconds to open a version. */
  open(seq: number): Promise<number>;
  /** Milliseconds to open the first version, which is kept whole. */
  openWhole(): Promise<number>;
};

const random = seededBytes(47);
const note = noteState(random, 0, 'concept-note@2');
const halfHourMs = 1_800_000;

const begin = async () => {
  const database = new DeskDatabase('history');
  await database.open();
  const sealer = await aesGcmSealer(crypto.getRandomValues(new Uint8Array(32)));
  const versions = new VersionRepository(database, sealer, storeEvents('history'), (length) =>
    crypto.getRandomValues(new Uint8Array(length)),
  );
  return { database, sealer, versions };
};
const { database, sealer, versions } = await begin();

async function fill(count: number): Promise<HistorySizes> {
  let fields = note.local;
  let wholeBytes = 0;
  for (let index = 0; index < count; index += 1) {
    fields = noteHalfHour(fields, random);
    const seq = index + 1;
    await versions.add(note.id, {
      at: index * halfHourMs,
      by: 'me',
      cause: { kind: 'automatic' },
      name: null,
      template: note.template,
      fields,
      isText: () => true,
      always: true,
    });
    wholeBytes += (await sealVersionBody(sealer, { doc: note.id, seq }, { whole: fields })).length;
  }
  const rows = await database.versions.where('doc').equals(note.id).toArray();
  const keptBytes = rows.reduce((sum, { header, body }) => sum + header.length + body.length, 0);
  return { keptBytes, wholeBytes };
}

const timed = async (open: () => Promise<boolean>): Promise<number> => {
  const before = performance.now();
  if (!(await open())) throw new Error('the version could not be opened');
  return performance.now() - before;
};

const historyBench: HistoryBench = {
  fill,
  open: (seq) => timed(async () => (await versions.read(note.id, seq)).ok),
  openWhole: () =>
    timed(async () => {
      const row = await database.versions.get([note.id, 1]);
      const version = row && (await openVersion(sealer, row));
      return version != null && 'whole' in version.body;
    }),
};
Object.assign(globalThis, { historyBench });
