import type { BundleOutcome } from '#renderer/commands/bundle/bundle-view.ts';
import type { RunningWork } from '#renderer/commands/bundle/running-work.ts';
import type { BundleMade } from '#renderer/commands/bundle/space-bundles.ts';
import { useSpace } from './use-space.ts';
import { useStore } from './use-store.ts';

/** What came of the bundle that was brought in last; null where there is nothing to tell. */
export const useBundleOutcome = (): BundleOutcome | null => useStore(useSpace().bundles.outcome);

/** What became of the bundle that was made last; null where there is nothing to tell. */
export const useBundleMade = (): BundleMade | null => useStore(useSpace().bundles.made);

/** The making or the bringing in of a bundle, which goes on when its room is left. */
export const useSpaceBundle = (what: 'making' | 'taking'): RunningWork => useSpace().bundles[what];
