import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { Connection } from '#renderer/sync/connection.ts';
import { httpTransport, type Wire } from '#renderer/sync/http-transport.ts';
import { MemoryStore } from '#renderer/sync/memory-store.ts';
import { uploadFiles } from '#renderer/sync/upload.ts';
import { makeClientId } from '#shared/domain/ids.ts';
import { SimFiles } from '#tests/simulation/sim-store.ts';
import { startSandboxProcess } from '#tests/support/sandbox-process.ts';
import { type LinkSpeed, satelliteLink } from '#tests/support/slow-link.ts';
import type { BenchResult } from './bench-result.ts';
import { seededBytes } from './corpus.ts';
import { wireTo } from './desk-subject.ts';

/** The largest file that a form takes (25 MB). */
const fileBytes = 26_214_400;
/** The link is cut at every full half minute, as behind a hill that a vehicle passes again and again. */
const cutEveryMs = 30_000;
/** How long the laptop waits after a cut before it tries again. */
const pauseMs = 1_000;
/** Bytes of the headers of a request or of an answer, about. */
const headerBytes = 600;

/** What the link carried, on a clock of its own that only the link moves. */
class CutLink {
  readonly #speed: LinkSpeed;
  nowMs = 1;
  upBytes = 0;
  cuts = 0;
  /** Body bytes that were under way when the link was cut, for each cut. */
  readonly lost: number[] = [];

  constructor(speed: LinkSpeed) {
    this.#speed = speed;
  }

  #msFor(bytes: number): number {
    return (bytes * 8_000) / this.#speed.bitsPerSecond;
  }

  /** Lets bytes pass; answers how many did before the next cut. */
  #pass(bytes: number): number {
    const untilCutMs = cutEveryMs - (this.nowMs % cutEveryMs);
    const neededMs = this.#msFor(bytes) + this.#speed.roundTripMs / 2;
    if (neededMs <= untilCutMs) {
      this.nowMs += neededMs;
      return bytes;
    }
    this.nowMs += untilCutMs;
    this.cuts += 1;
    return Math.floor((bytes * untilCutMs) / neededMs);
  }

  /** Carries a request of so many body bytes and its answer; undefined where either was cut. */
  async carry<T>(body: number, ask: () => Promise<T>): Promise<T | undefined> {
    const whole = body + headerBytes;
    const passed = this.#pass(whole);
    this.upBytes += passed;
    if (passed < whole) {
      this.lost.push(Math.max(0, passed - headerBytes));
      return undefined;
    }
    const answer = await ask();
    if (this.#pass(headerBytes) === headerBytes) return answer;
    this.lost.push(body);
    return undefined;
  }

  /** The same over a link: an answer that does not come is a connection that was lost. */
  over(wire: Wire): Wire {
    return async (request, abort) =>
      (await this.carry(request.body?.length ?? 0, () => wire(request, abort))) ?? {
        ok: false,
        code: 'connection',
        detail: 'the link was cut',
      };
  }
}

type Sent = { readonly link: CutLink; readonly isThere: boolean };

/** Compact Desk's own upload against a real sandbox, until the file is there. */
const resumed = async (url: string, file: Uint8Array<ArrayBuffer>): Promise<Sent> => {
  const link = new CutLink(satelliteLink);
  const bytes = seededBytes(11);
  const files = new SimFiles();
  const sha256 = createHash('sha256').update(file).digest('hex');
  await files.keep({ sha256, type: 'application/pdf', sizeBytes: file.length }, file);
  const store = new MemoryStore(makeClientId(bytes));
  for (;;) {
    const connection = await Connection.open({
      store,
      files,
      transport: httpTransport(
        link.over(wireTo(() => url)),
        async (plain) => new Uint8Array(gzipSync(plain)),
      ),
      consent: () => true,
      clock: { now: () => link.nowMs, after: () => () => undefined },
      random: { bytes, roll: () => 0.5 },
    });
    const step = await uploadFiles(connection, { shouldYield: () => false, progress: () => undefined });
    if (step.ok) return { link, isThere: step.value.sent === 1 };
    link.nowMs += pauseMs;
  }
};

/** An upload in one request that begins again after every cut, for as long as the other one took. */
const oneShot = async (untilMs: number): Promise<Sent> => {
  const link = new CutLink(satelliteLink);
  while (link.nowMs < untilMs) {
    const arrived = await link.carry(fileBytes, async () => true);
    if (arrived) return { link, isThere: true };
    link.nowMs += pauseMs;
  }
  return { link, isThere: false };
};

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** 25 MB over 64 kbit/s with a cut every 30 s, on the clock of the link; nothing here depends on the machine. */
export async function benchAttachment(): Promise<BenchResult> {
  const network = await startSandboxProcess();
  try {
    const noise = seededBytes(5);
    const file = new Uint8Array(fileBytes);
    for (let at = 0; at < fileBytes; at += 65_536) file.set(noise(Math.min(65_536, fileBytes - at)), at);
    const ours = await resumed(network.url, file);
    if (!ours.isThere) throw new Error('the file did not arrive');
    const theirs = await oneShot(ours.link.nowMs);
    const floorMs = (fileBytes * 8_000) / satelliteLink.bitsPerSecond;
    const line = (subject: string, { link, isThere }: Sent) => ({
      subject,
      measure: '25 MB, 64 kbit/s, 600 ms, cut every 30 s',
      ms: { median: link.nowMs, least: link.nowMs, most: link.nowMs },
      ratio: isThere ? link.nowMs / floorMs : null,
      detail:
        `${isThere ? 'arrived' : 'did not arrive'}; ${megabytes(link.upBytes)} up, ${link.cuts} cuts, ` +
        `at most ${Math.max(0, ...link.lost)} B sent again per cut`,
    });
    return {
      name: 'attachment',
      runs: 1,
      runtime: `Node ${process.version}`,
      cores: cpus().length,
      note: 'Times on the clock of the link; ratios to the bytes of the file over its bandwidth.',
      lines: [line('one request, from the start', theirs), line('Compact Desk (tus, chunks)', ours)],
    };
  } finally {
    await network.dispose();
  }
}
