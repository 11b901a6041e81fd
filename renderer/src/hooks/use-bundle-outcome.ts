import type { BundleOutcome } from '#renderer/commands/bundle/bundle-view.ts';
import { useSpace } from './use-space.ts';
import { useStore } from './use-store.ts';

/** What came of a bundle after its room was left; null where there is nothing to tell. */
export const useBundleOutcome = (): BundleOutcome | null => useStore(useSpace().bundleOutcome);
