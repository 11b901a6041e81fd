import { SyncEngine } from '#renderer/sync/engine.ts';
import type { Clock, Transport } from '#renderer/sync/ports.ts';
import type { Account } from '#sandbox/account.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { type DocId, makeClientId } from '#shared/domain/ids.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { applyEdits, edit } from '#shared/sync/edit.ts';
import type { SeededRandom } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { SimLink, type Weather } from './sim-link.ts';
import type { SimServer } from './sim-server.ts';
import { type Disk, SimFiles, SimStore } from './sim-store.ts';
import type { Trace } from './trace.ts';

export type LaptopParts = {
  readonly name: string;
  readonly account: Account;
  readonly server: SimServer;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly random: SeededRandom;
  readonly frozen: Map<string, string>;
  readonly uploads: Map<string, { sha256: string; sizeBytes: number; bytes: Uint8Array }>;
  readonly wrapTransport: (transport: Transport, random: () => SeededRandom) => Transport;
  readonly wrapStore: (store: SimStore, random: () => SeededRandom) => SimStore;
};

/** A person's laptop: the real engine over a disk in memory, with a clock that may be years off. */
export class SimLaptop {
  readonly name: string;
  readonly account: Account;
  readonly store: SimStore;
  readonly files = new SimFiles();
  readonly #parts: LaptopParts;
  #link: SimLink;
  #engine: SyncEngine;
  #clockOffMs = 0;
  #weather: Weather = { badness: 0, isOnline: true };
  #random: SeededRandom;
  #disk: Disk | null = null;

  constructor(parts: LaptopParts) {
    this.name = parts.name;
    this.account = parts.account;
    this.#parts = parts;
    this.#random = parts.random;
    this.store = parts.wrapStore(new SimStore(makeClientId(parts.random.bytes)), () => this.#random);
    this.#link = this.#makeLink();
    this.#engine = this.#makeEngine();
    this.#engine.start();
  }

  get engine(): SyncEngine {
    return this.#engine;
  }

  get now(): number {
    return this.#parts.scheduler.nowMs + this.#clockOffMs;
  }

  get hasOldDisk(): boolean {
    return this.#disk !== null;
  }

  /** From here on the link throws these dice, so that leaving a step out changes no other. */
  throwDice(random: SeededRandom): void {
    this.#random = random;
    this.#link.random = random;
  }

  setWeather(weather: Weather): void {
    this.#weather = weather;
    this.#link.weather = weather;
    if (weather.isOnline) this.#engine.wake();
    else this.#engine.lost();
  }

  get weather(): Weather {
    return this.#weather;
  }

  setClock(offMs: number): void {
    this.#clockOffMs = offMs;
  }

  /** The power goes now, or after so many more writes; the laptop is on again at once with what is on the disk. */
  crash(writes: number): void {
    this.store.crashAfter(writes);
  }

  restart(): void {
    this.shown.clear();
    this.#link.die();
    this.#engine.stop();
    this.store.switchOn();
    this.#link = this.#makeLink();
    this.#engine = this.#makeEngine();
    this.#engine.start();
  }

  async rememberDisk(): Promise<void> {
    this.#disk = await this.store.disk();
  }

  /** An older copy of the disk is put in; answers the documents as they were before that. */
  async putOldDiskIn(): Promise<ReadonlyMap<DocId, DocumentState>> {
    const lost = new Map(this.store.documents);
    if (this.#disk !== null) {
      this.#link.die();
      this.#engine.stop();
      this.store.switchOn();
      await this.store.putBack(this.#disk);
      this.restart();
    }
    return lost;
  }

  /** What stands in the text that a person writes in, by document. */
  readonly shown = new Map<DocId, string>();

  /** A person types on in a text, over what came in since. */
  async typeOn(
    doc: DocId,
    path: FieldPath,
    typed: { readonly seen: string | undefined; readonly value: string },
  ): Promise<void> {
    this.shown.set(doc, typed.value);
    await this.store.update(doc, (state) => state && applyEdits(state, new Map([[path, typed]]), this.now));
    this.#engine.noteEdit();
  }

  /** A person's edits; written as the app writes them. */
  async write(doc: DocId, changes: ReadonlyMap<FieldPath, FieldValue | undefined>): Promise<void> {
    this.shown.delete(doc);
    await this.store.update(doc, (state) => state && edit(state, changes, this.now));
    this.#engine.noteEdit();
  }

  #makeLink(): SimLink {
    const { name, account, server, scheduler, trace, frozen, uploads, wrapTransport } = this.#parts;
    const random = this.#random;
    const wrap = wrapTransport;
    const link = new SimLink({ name, account, server, scheduler, random, trace, frozen, uploads, wrap });
    link.weather = this.#weather;
    return link;
  }

  #makeEngine(): SyncEngine {
    const { scheduler, random } = this.#parts;
    const clock: Clock = {
      now: () => this.now,
      after: (delayMs, run) => scheduler.after(delayMs, run),
    };
    const broken: unknown[] = [];
    return new SyncEngine(
      {
        store: this.store,
        transport: this.#link.transport,
        files: this.files,
        clock,
        random: { bytes: random.bytes, roll: () => random.roll() },
        explain: (error) => {
          broken.push(error);
          this.#parts.trace.violation(`the engine of ${this.name} threw ${String(error)}`);
          return { code: 'store-unopenable' };
        },
      },
      { hold: (run) => run() },
      async () => 0,
    );
  }
}
