import { memoryStore } from '#sandbox/memory-store.ts';
import type { ServerStore } from '#sandbox/store.ts';
import { person } from '#sandbox/testing/builders.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { CommentId, DocId } from '#shared/domain/ids.ts';
import { liveValue } from '#shared/sync/base.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { settleConflict } from '#shared/sync/edit.ts';
import { type PlantedBug, unchanged } from './planted-bug.ts';
import { SeededRandom } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { SimLaptop } from './sim-laptop.ts';
import { SimServer } from './sim-server.ts';
import { Trace } from './trace.ts';

/** Three people with two laptops each. */
const people = ['training', 'leila', 'tomas'] as const;
export const laptopCount = people.length * 2;

const wordsOf = (value: unknown): ReadonlySet<string> =>
  new Set(typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : []);

/** Everybody and everything of one simulation, and what must have come of it in the end. */
export class World {
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly server: SimServer;
  readonly laptops: readonly SimLaptop[];
  readonly documents = new Set<DocId>();
  /** Words that somebody saved and nobody took out: each must still be somewhere. */
  readonly words = new Map<string, DocId>();
  /** Comments that were written, by whom. */
  readonly comments = new Map<CommentId, { readonly doc: DocId; readonly laptop: SimLaptop }>();
  /** Documents of which an older state came back: what was done once may stand there twice. */
  readonly disturbed = new Set<DocId>();
  /** Documents whose acknowledgement the Network forgot while it was still on its way: beyond what is promised. */
  readonly mayRepeat = new Set<DocId>();
  #nextWord = 0;
  readonly #frozen: Map<string, string>;

  private constructor(
    parts: Pick<World, 'scheduler' | 'trace' | 'server' | 'laptops'>,
    frozen: Map<string, string>,
  ) {
    this.#frozen = frozen;
    this.scheduler = parts.scheduler;
    this.trace = parts.trace;
    this.server = parts.server;
    this.laptops = parts.laptops;
  }

  static async begin(seed: number, bug: PlantedBug = unchanged, store?: ServerStore): Promise<World> {
    const scheduler = new Scheduler();
    const trace = new Trace();
    const random = new SeededRandom(seed ^ 0x5eed);
    const server = await SimServer.start(store ?? memoryStore(), scheduler, (inner) =>
      bug.serverStore(inner, random),
    );
    const frozen = new Map<string, string>();
    const uploads = new Map();
    const laptops = people.flatMap((id) =>
      [1, 2].map(
        (number) =>
          new SimLaptop({
            name: `${id}${number}`,
            account: person(id),
            server,
            scheduler,
            trace,
            random: new SeededRandom(random.below(2 ** 31)),
            frozen,
            uploads,
            wrapTransport: bug.transport,
            wrapStore: bug.store,
          }),
      ),
    );
    return new World({ scheduler, trace, server, laptops }, frozen);
  }

  /** A word that nobody wrote before. */
  newWord(doc: DocId, _by: SimLaptop): string {
    this.#nextWord += 1;
    const word = `w${this.#nextWord}`;
    this.words.set(word, doc);
    return word;
  }

  wordRemoved(_doc: DocId, word: string): void {
    this.words.delete(word);
  }

  commentWritten(doc: DocId, id: CommentId, laptop: SimLaptop): void {
    this.comments.set(id, { doc, laptop });
  }

  /** A person chooses one side: the words that only the other one had are taken out by them. */
  async settle(
    laptop: SimLaptop,
    state: DocumentState,
    path: FieldPath,
    keep: 'mine' | 'theirs',
  ): Promise<void> {
    if (path === 'description') {
      const mine = wordsOf(state.local[path]);
      const theirs = wordsOf(liveValue(state.base[path]));
      const [kept, left] = keep === 'mine' ? [mine, theirs] : [theirs, mine];
      for (const word of left) if (!kept.has(word)) this.words.delete(word);
    }
    await laptop.store.update(state.id, (one) => one && settleConflict(one, path, keep, laptop.now));
    laptop.engine.noteEdit();
  }

  /** A laptop got an older disk: what it alone had is lost with the disk, and nothing can be promised of it. */
  async diskLost(laptop: SimLaptop, before: ReadonlyMap<DocId, DocumentState>): Promise<void> {
    // It counts from an older n under the same name; the Network finds that out, and says so (EL6).
    const { clientId } = await laptop.store.record();
    for (const key of this.#frozen.keys()) if (key.startsWith(clientId)) this.#frozen.delete(key);
    for (const id of before.keys()) this.disturbed.add(id);
    await this.#forgetWhatNobodyHas();
    for (const [id, { laptop: by }] of this.comments) if (by === laptop) this.comments.delete(id);
  }

  backUp(): void {
    this.server.backUp();
  }

  /** The Network is set back: what no laptop has is lost with it. */
  async restore(): Promise<void> {
    if (!this.server.hasBackup) return;
    this.server.restore();
    for (const id of this.documents) this.disturbed.add(id);
    await this.#forgetWhatNobodyHas();
    this.comments.clear();
  }

  /** Words that were on one disk only, which is gone: nothing can be promised of them. */
  async #forgetWhatNobodyHas(): Promise<void> {
    const held = new Set(
      this.laptops.flatMap(({ store }) =>
        [...store.documents.values()].flatMap((state) => [
          ...wordsOf(state.local.description),
          ...wordsOf(liveValue(state.base.description)),
        ]),
      ),
    );
    await this.server.network.store.snapshot(async (rows) => {
      for (const id of this.documents) {
        for (const word of wordsOf((await rows.liveFields(id)).description)) held.add(word);
      }
    });
    for (const word of this.words.keys()) if (!held.has(word)) this.words.delete(word);
  }
}
