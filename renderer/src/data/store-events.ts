import type { DocId } from '#shared/domain/ids.ts';

/**
 * Which documents changed on disk; called after the transaction committed, never before. `elsewhere`:
 * another window on the same space wrote.
 */
export type StoreListener = (changed: readonly DocId[], origin: 'here' | 'elsewhere') => void;

/** Tells this window, and other windows on the same space, what was committed. */
export interface StoreEvents {
  committed(changed: readonly DocId[]): void;
  subscribe(listener: StoreListener): () => void;
  close(): void;
}

/** Over a BroadcastChannel, since a live query of Dexie 4 speaks before the commit. */
export const storeEvents = (space: string): StoreEvents => {
  const listeners = new Set<StoreListener>();
  const channel = new BroadcastChannel(`desk-store:${space}`);
  let isOpen = true;
  const tell: StoreListener = (changed, origin) => {
    for (const listener of [...listeners]) listener(changed, origin);
  };
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (Array.isArray(event.data)) tell(event.data as readonly DocId[], 'elsewhere');
  };
  return {
    committed(changed) {
      // What was committed while the space was closing is durable; there is nobody left to tell.
      if (!isOpen) return;
      channel.postMessage(changed);
      tell(changed, 'here');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isOpen = false;
      channel.close();
    },
  };
};
