import type { Result } from '#shared/result.ts';
import type { Changes, Problem } from '#shared/sync/protocol.ts';
import { decodeCursor } from './cursor.ts';
import type { Rows, ServerStore } from './store.ts';

/**
 * How often a reader that waits looks by itself: other processes on the same database say nothing here, and of
 * a realm that is new to a reader nobody told them to listen.
 */
const lookEveryMs = 5_000;

/** Wakes those who wait in this process when something was written in a realm that they read. */
export class News {
  #tellings = 0;
  readonly #lastTold = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  /** How many tellings there were: what `wait` is told of before it began to read. */
  get tellings(): number {
    return this.#tellings;
  }

  tell(realms: Iterable<string>): void {
    this.#tellings += 1;
    for (const realm of realms) {
      this.#lastTold.set(realm, this.#tellings);
      for (const wake of [...(this.#waiting.get(realm) ?? [])]) wake();
    }
  }

  /** Resolves when one of the realms was told of after the first `since` tellings, or after the time. */
  wait(realms: readonly string[], since: number, longestMs: number): Promise<void> {
    if (realms.some((realm) => (this.#lastTold.get(realm) ?? 0) > since)) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        for (const realm of realms) {
          const others = this.#waiting.get(realm);
          others?.delete(wake);
          if (others?.size === 0) this.#waiting.delete(realm);
        }
        resolve();
      };
      const timer = setTimeout(wake, longestMs);
      for (const realm of realms) this.#waiting.set(realm, (this.#waiting.get(realm) ?? new Set()).add(wake));
    });
  }
}

/** The rows of a transaction, noting in which realms something new can be read once it commits. */
const noting = (rows: Rows, realms: Set<string>): Rows =>
  new Proxy(rows, {
    get: (target, name) => {
      if (name === 'saveHead') {
        return (realm: string, seq: number) => {
          realms.add(realm);
          return target.saveHead(realm, seq);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** A store whose commits are told: a realm has news exactly when its head moved. */
export const tellingStore = (store: ServerStore, news: News): ServerStore => ({
  engine: store.engine,
  async transaction(work) {
    const realms = new Set<string>();
    const result = await store.transaction((rows) => work(noting(rows, realms)));
    if (realms.size > 0) news.tell(realms);
    return result;
  },
  snapshot: (work) => store.snapshot(work),
  close: () => store.close(),
});

/**
 * Reads until there is something to tell, the time is over or the reader has gone away (FE10). Every reading is
 * a whole one: what was written before its snapshot is told.
 */
export const changesWhenThere = async (
  news: News,
  read: () => Promise<Result<Changes, Problem>>,
  waitMs: number,
  isGone: () => boolean,
): Promise<Result<Changes, Problem>> => {
  const until = performance.now() + waitMs;
  for (;;) {
    // Asked for before the reading: what is written during it must not be slept through.
    const { tellings } = news;
    const changes = await read();
    const isNews = !changes.ok || changes.value.docs.length > 0 || changes.value.hasMore;
    const leftMs = until - performance.now();
    if (isNews || leftMs <= 0 || isGone()) return changes;
    await news.wait(
      decodeCursor(changes.value.cursor)?.realms ?? [],
      tellings,
      Math.min(lookEveryMs, leftMs),
    );
  }
};
