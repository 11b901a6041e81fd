import { useEffect, useState } from 'react';
import type { BundleProgress } from '#renderer/commands/bundle/bundle-view.ts';
import type { RunningWork } from '#renderer/commands/bundle/running-work.ts';
import { useStore } from '#renderer/hooks/use-store.ts';

/** Nobody reads what is gone within a second. */
const shownAfterMs = 1_000;

export type BundleWork = {
  readonly isRunning: boolean;
  /** How far it is, once it takes longer than a second, and at once for who comes back to it; else null. */
  readonly progress: BundleProgress | null;
  readonly cancel: () => void;
};

/** Watches what takes long with a bundle. */
export const useBundleWork = (work: RunningWork): BundleWork => {
  const progress = useStore(work.progress);
  const isRunning = progress !== null;
  const [isLong, setLong] = useState(isRunning);
  useEffect(() => {
    if (!isRunning) return setLong(false);
    const timer = setTimeout(() => setLong(true), shownAfterMs);
    return () => clearTimeout(timer);
  }, [isRunning]);
  return { isRunning, progress: isLong ? progress : null, cancel: work.cancel };
};
