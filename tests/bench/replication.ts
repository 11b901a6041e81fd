import { cpus } from 'node:os';
import {
  type LinkSpeed,
  loopback,
  mobileLink,
  type SlowLink,
  satelliteLink,
  startSlowLink,
} from '#tests/support/slow-link.ts';
import type { BenchLine, BenchResult } from './bench-result.ts';
import { prose, seededBytes } from './corpus.ts';
import { startDesk } from './desk-subject.ts';
import { type PeerDocument, type Subject, startPeer } from './peer-process.ts';
import { rotated, spread } from './statistics.ts';

const names = [
  'Compact Desk',
  'PouchDB as shipped',
  'PouchDB, gzip',
  'RxDB as shipped',
  'RxDB, gzip',
] as const;
type Name = (typeof names)[number];

const start = (name: Name, documents: readonly PeerDocument[]): Promise<Subject> => {
  switch (name) {
    case 'Compact Desk':
      return startDesk(documents);
    case 'PouchDB as shipped':
      return startPeer('pouchdb', { gzip: false, documents });
    case 'PouchDB, gzip':
      return startPeer('pouchdb', { gzip: true, documents });
    case 'RxDB as shipped':
      return startPeer('rxdb', { gzip: false, documents });
    case 'RxDB, gzip':
      return startPeer('rxdb', { gzip: true, documents });
  }
};

/** Pledges of some 3 kB with the fields that are long and short in a real one. */
const corpus = (count: number): readonly PeerDocument[] => {
  const random = seededBytes(7);
  return Array.from({ length: count }, (_, index) => ({
    id: `doc-${String(index).padStart(5, '0')}`,
    title: prose(random, 100),
    description: prose(random, 2_400),
    contactName: prose(random, 24),
    objectives: ['5', '6', '16'],
  }));
};

/** Puts another word into the middle of the description of the first `count` documents. */
const edited = (documents: readonly PeerDocument[], count: number, run: number): readonly PeerDocument[] =>
  documents.map((document, index) => {
    if (index >= count) return document;
    const words = String(document.description).split(' ');
    words[Math.floor(words.length / 2)] = `edit${run}n${(index * 7919) % 1000}`;
    return { ...document, description: words.join(' ') };
  });

const onlyChanged = (before: readonly PeerDocument[], after: readonly PeerDocument[]) =>
  after.flatMap((document, index) =>
    document === before[index] ? [] : [{ id: document.id, description: document.description ?? '' }],
  );

type Measured = {
  readonly ms: number;
  readonly up: number;
  readonly down: number;
  readonly requests: number;
};

const kilobytes = (count: number): string => `${(count / 1000).toFixed(1)} kB`;

const measure = async (link: SlowLink, way: 'push' | 'pull', subject: Subject): Promise<Measured> => {
  link.forget();
  const ms = await subject[way](link.url);
  return { ms, ...link.bytes(), requests: link.requests() };
};

/** What a link like this takes for so many bytes in so many requests, one after the other. */
const floorMs = (speed: LinkSpeed, { up, down }: Measured, requests: number): number =>
  (requests + 1) * speed.roundTripMs + ((up + down) * 8000) / speed.bitsPerSecond;

/** Bytes that would keep a slow link busy for longer than anybody waits for a benchmark. */
const isTooLong = (speed: LinkSpeed, bytes: number): boolean => (bytes * 8) / speed.bitsPerSecond > 120;

/**
 * One-word edits of `edits` documents, from the laptop to the server (`push`) or the other way (`pull`). The
 * first run of every subject is on loopback and warms up; bytes are those of the whole TCP stream, headers and
 * tokens included.
 */
export async function benchReplication(
  way: 'push' | 'pull',
  edits: number,
  runs: number,
): Promise<BenchResult> {
  const documents = corpus(Math.max(edits, 10));
  const subjects = new Map<Name, { subject: Subject; link: SlowLink; documents: readonly PeerDocument[] }>();
  const measured = new Map<string, Measured[]>();
  try {
    for (const name of names) {
      const subject = await start(name, documents);
      subjects.set(name, { subject, link: await startSlowLink(subject.port, loopback), documents });
    }
    const round = async (speed: LinkSpeed, run: number, kept: boolean): Promise<void> => {
      for (const name of rotated(names, run)) {
        const entry = subjects.get(name);
        if (entry === undefined) continue;
        const last = measured.get(`${loopback.name}|${name}`)?.at(-1);
        if (last !== undefined && isTooLong(speed, last.up + last.down)) continue;
        const next = edited(entry.documents, edits, run + (speed === loopback ? 0 : 100));
        await entry.subject.edit(way === 'push' ? 'laptop' : 'server', onlyChanged(entry.documents, next));
        entry.documents = next;
        entry.link.setSpeed(speed);
        const result = await measure(entry.link, way, entry.subject);
        if (!kept) continue;
        const key = `${speed.name}|${name}`;
        measured.set(key, [...(measured.get(key) ?? []), result]);
      }
    };
    await round(loopback, 0, false);
    for (let run = 1; run <= runs; run += 1) await round(loopback, run, true);
    for (let run = 1; run <= Math.min(runs, 3); run += 1) await round(mobileLink, runs + run, true);
    await round(satelliteLink, 2 * runs + 1, true);

    const lines = [loopback, mobileLink, satelliteLink].flatMap((speed): readonly BenchLine[] => {
      const of = (name: Name) => measured.get(`${speed.name}|${name}`) ?? [];
      const baseline = speed === loopback ? 0 : floorOf(speed, of('Compact Desk'));
      return names.flatMap((name) => {
        const found = of(name);
        const [first] = found;
        if (first === undefined) return [];
        const ms = spread(found.map((one) => one.ms));
        const ours = of('Compact Desk').map((one) => one.ms);
        return {
          subject: name,
          measure: `${way} ${edits}, ${speed.name}`,
          ms,
          ratio: speed === loopback ? ms.median / spread(ours).median : ms.median / baseline,
          detail: `${kilobytes(first.up)} up, ${kilobytes(first.down)} down, ${first.requests} requests`,
        };
      });
    });
    const note =
      'Ratios: on loopback to Compact Desk; on a slow link to the floor of Compact Desk, (its requests + 1 for the ' +
      'connection) × round trip + its bytes / bandwidth. A subject is left out of a link on which it would take over two minutes.';
    return { name: way, runs, runtime: `Node ${process.version}`, cores: cpus().length, note, lines };
  } finally {
    for (const { subject, link } of subjects.values()) {
      await link.close();
      await subject.close();
    }
  }
}

const floorOf = (speed: LinkSpeed, measured: readonly Measured[]): number => {
  const [first] = measured;
  return first === undefined ? 1 : floorMs(speed, first, first.requests);
};
