import type { Result } from '#shared/result.ts';
import type { Changes, Problem } from '#shared/sync/protocol.ts';

/** How often a reader that waits looks by itself: other processes on the same database say nothing here. */
const lookEveryMs = 1_000;

/** Tells those who wait in this process that something was written. */
export class News {
  #waiting = new Set<() => void>();

  tell(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const wake of waiting) wake();
  }

  /** Resolves at the next telling, or after the time. */
  wait(longestMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(wake, longestMs);
      const waiting = this.#waiting;
      function wake(): void {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      }
      waiting.add(wake);
    });
  }
}

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
    const next = news.wait(Math.min(lookEveryMs, Math.max(0, until - performance.now())));
    const changes = await read();
    const isNews = !changes.ok || changes.value.docs.length > 0 || changes.value.hasMore;
    if (isNews || performance.now() >= until || isGone()) return changes;
    await next;
  }
};
