import type { DeskIndex } from '#renderer/data/desk-index.ts';
import type { DocumentRepository } from '#renderer/data/document-repository.ts';
import type { MetaRepository } from '#renderer/data/meta-repository.ts';
import type { StoreEvents } from '#renderer/data/store-events.ts';
import type { SyncState } from '#renderer/sync/sync-state.ts';
import type { Protection } from '#shared/ipc/channels.ts';
import type { SpaceKind } from './app-state.ts';

/** The engine of a space, as commands and hooks see it. */
export interface SyncControl {
  getSnapshot(): SyncState;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  wake(): void;
  noteEdit(): void;
  nudge(): void;
  lost(): void;
  changeServer(): void;
  allowRemoval(): void;
}

/** An open space: its store, its list, and its engine where it has a Network. */
export type Space = {
  readonly kind: SpaceKind;
  readonly key: Uint8Array;
  readonly protection: Protection;
  readonly documents: DocumentRepository;
  readonly index: DeskIndex;
  readonly meta: MetaRepository;
  readonly events: StoreEvents;
  /** null for "Just write". */
  readonly sync: SyncControl | null;
  readonly close: () => void;
};
