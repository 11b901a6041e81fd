type Event = { readonly atMs: number; readonly order: number; readonly run: () => void };

/** Time that goes on only when it is told to; events of one moment happen in the order in which they were planned. */
export class Scheduler {
  nowMs = Date.UTC(2026, 0, 1);
  /** Work that is done outside of this time, by a database: time stands still meanwhile. */
  busy = 0;
  readonly #events: Event[] = [];
  #order = 0;

  after(delayMs: number, run: () => void): () => void {
    const event: Event = { atMs: this.nowMs + Math.max(0, delayMs), order: this.#order, run };
    this.#order += 1;
    const at = this.#events.findIndex(
      (other) => other.atMs > event.atMs || (other.atMs === event.atMs && other.order > event.order),
    );
    if (at < 0) this.#events.push(event);
    else this.#events.splice(at, 0, event);
    return () => {
      const index = this.#events.indexOf(event);
      if (index >= 0) this.#events.splice(index, 1);
    };
  }

  /** Lets so much time pass, event by event. */
  async pass(durationMs: number): Promise<void> {
    const until = this.nowMs + durationMs;
    for (;;) {
      const next = this.#events[0];
      if (next === undefined || next.atMs > until) break;
      this.#events.shift();
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.run();
      await this.#settle();
    }
    this.nowMs = until;
    await this.#settle();
  }

  /** Everything that the promises which are ready will still do. */
  async #settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.busy > 0);
  }
}
