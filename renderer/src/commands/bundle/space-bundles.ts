import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { ExternalStore } from '../external-store.ts';
import type { BundleOutcome, BundleSaving } from './bundle-view.ts';
import { RunningWork } from './running-work.ts';

/** What became of a bundle that was made, and the name of its file. */
export type BundleMade = Result<{ readonly outcome: BundleSaving; readonly name: string }, Failure>;

/** The bundles of a space that are at work or just done: they outlive the room in which they were asked for. */
export class SpaceBundles {
  readonly making = new RunningWork();
  readonly taking = new RunningWork();
  /** What came of the one that was made last; null where there is nothing to tell. */
  readonly made = new ExternalStore<BundleMade | null>(null);
  /** What came of the one that was brought in last; null where there is nothing to tell. */
  readonly outcome = new ExternalStore<BundleOutcome | null>(null);
}
