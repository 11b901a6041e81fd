import type { Clock, Credentials, SyncStore, Transport } from './ports.ts';

/** As long as the server lets a read wait (protocol, `waitSeconds`). */
const waitSeconds = 25;

/** An answer without news that comes sooner did not wait; asking again at once would go round in circles. */
const leastWaitMs = 1_000;
const againAfterMs = 60_000;

type WaitingParts = { readonly store: SyncStore; readonly transport: Transport; readonly clock: Clock };

/**
 * The read that waits for news while nothing else is to do (FE10). It only rings: what is new is then read by an
 * ordinary cycle. A wait that fails is not repeated; the next cycle begins another.
 */
export class Waiting {
  readonly #parts: WaitingParts;
  readonly #ring: () => void;
  #abort: (() => void) | null = null;

  constructor(parts: WaitingParts, ring: () => void) {
    this.#parts = parts;
    this.#ring = ring;
  }

  /** Begins to wait; false where that cannot be. */
  async begin(): Promise<boolean> {
    this.end();
    const { cursor, clientId, token, epoch } = await this.#parts.store.record();
    if (cursor === null || token === null) return false;
    void this.#wait({ clientId, token, epoch }, cursor);
    return true;
  }

  /** Stops waiting: a cycle is about to begin, or the engine stops. */
  end(): void {
    this.#abort?.();
    this.#abort = null;
  }

  async #wait(who: Credentials, cursor: string): Promise<void> {
    const listeners: (() => void)[] = [];
    const abort = () => {
      for (const listener of listeners) listener();
    };
    this.#abort = abort;
    const { transport, clock } = this.#parts;
    for (let since = cursor; ; ) {
      const askedAt = clock.now();
      const answer = await transport.changes(who, since, {
        seconds: waitSeconds,
        abort: { onAbort: (listener) => listeners.push(listener) },
      });
      if (this.#abort !== abort) return;
      const isQuiet = answer.ok && answer.value.value.docs.length === 0 && !answer.value.value.hasMore;
      if (!isQuiet) break;
      if (clock.now() - askedAt < leastWaitMs) {
        this.#abort = clock.after(againAfterMs, this.#ring);
        return;
      }
      since = answer.value.value.cursor;
    }
    this.#abort = null;
    this.#ring();
  }
}
