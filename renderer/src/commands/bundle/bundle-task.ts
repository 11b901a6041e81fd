import type { BundleFailure } from '#shared/bundle/bundle-failure.ts';
import type { Bundle } from '#shared/bundle/read-bundle.ts';
import type { BundleContent } from '#shared/bundle/write-bundle.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** What the worker of bundles is asked to do. */
export type BundleTask =
  | { readonly do: 'write'; readonly content: BundleContent; readonly passphrase: string | null }
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly passphrase: string | null };

/** What it answers: how far it is, and in the end one result; `broken`: it could not do its work. */
export type BundleAnswer =
  | { readonly what: 'progress'; readonly done: number; readonly total: number }
  | { readonly what: 'written'; readonly parts: readonly Uint8Array[] }
  | { readonly what: 'too-large'; readonly failure: Failure }
  | { readonly what: 'read'; readonly result: Result<Bundle, BundleFailure> }
  | { readonly what: 'broken' };

/** Does one task, telling how far it is; a task that is aborted answers null and has left nothing behind. */
export type BundleWork = (
  task: BundleTask,
  onProgress: (done: number, total: number) => void,
  abort: AbortSignal,
) => Promise<BundleAnswer | null>;
