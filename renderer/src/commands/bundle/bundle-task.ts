import type { BundleFailure } from '#shared/bundle/bundle-failure.ts';
import type { Bundle } from '#shared/bundle/read-bundle.ts';
import type { BundleContent } from '#shared/bundle/write-bundle.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Watch } from '../watch.ts';

/** What the worker of bundles is asked to do. */
export type BundleTask =
  | { readonly do: 'write'; readonly content: BundleContent; readonly passphrase: string | null }
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly passphrase: string | null };

/** What it answers. */
export type BundleAnswer =
  | { readonly what: 'written'; readonly parts: readonly Uint8Array[] }
  | { readonly what: 'too-large'; readonly failure: Failure }
  | { readonly what: 'read'; readonly result: Result<Bundle, BundleFailure> };

/** Does one task; one that is cancelled has left nothing behind. */
export type BundleWork = (task: BundleTask, watch: Watch) => Promise<BundleAnswer | 'broken' | 'cancelled'>;
