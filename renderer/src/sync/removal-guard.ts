import type { DocId } from '#shared/domain/ids.ts';
import type { Consent } from './connection.ts';
import type { SyncState } from './sync-state.ts';

/** More than so many documents, or more than this share of at least so many, are never removed unasked (CL4). */
const mostUnasked = 20;
const mostShare = 0.2;
const leastTotal = 5;

/** Counts what one sync would take from this laptop, over all its pages, and stops it until the person agrees. */
export class RemovalGuard {
  readonly #going = new Set<DocId>();
  #total = 0;
  #isAllowed = false;
  #isAllowedNext = false;

  /** A new sync begins. */
  begin(): void {
    this.#isAllowed = this.#isAllowedNext;
    this.#isAllowedNext = false;
    this.#going.clear();
  }

  /** The person agrees, for the next sync. */
  allow(): void {
    this.#isAllowedNext = true;
  }

  readonly consent: Consent = (going, total) => {
    for (const id of going) this.#going.add(id);
    this.#total = total;
    const { size } = this.#going;
    const isMuch = size > mostUnasked || (total >= leastTotal && size > total * mostShare);
    return !isMuch || this.#isAllowed;
  };

  question(): SyncState {
    return { state: 'asks', gone: this.#going.size, total: this.#total };
  }
}
