import type { Failure } from '#shared/errors.ts';

/** What the sync engine is doing, as the status line says it. Times are milliseconds since 1970. */
export type SyncState =
  /** This space has no server: "Just write". */
  | { readonly state: 'local-only' }
  | { readonly state: 'paused' }
  | { readonly state: 'connecting' }
  | {
      readonly state: 'offline';
      readonly failure: Failure;
      readonly tries: number;
      readonly nextTryAt: number;
    }
  | { readonly state: 'sending'; readonly done: number; readonly total: number }
  | { readonly state: 'up-to-date'; readonly at: number }
  /** The Network says that `gone` of `total` documents are gone; nothing of it is done until the person says so. */
  | { readonly state: 'asks'; readonly gone: number; readonly total: number }
  /** Everything that could be sent was sent; `count` documents wait for the person. */
  | { readonly state: 'needs-attention'; readonly at: number; readonly count: number };
