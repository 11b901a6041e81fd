import { useEffect, useRef, useState } from 'react';
import type { BundleProgress, BundleWatch } from '#renderer/commands/bundle/bundle-view.ts';

/** Nobody reads what is gone within a second. */
const shownAfterMs = 1_000;

export type BundleWork = {
  /** How far it is, once it takes longer than a second; else null. */
  readonly progress: BundleProgress | null;
  readonly run: <T>(phase: BundleProgress['phase'], work: (watch: BundleWatch) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
};

/** Runs what takes long with a bundle, one at a time, and says how far it is. */
export const useBundleWork = (): BundleWork => {
  const [progress, setProgress] = useState<BundleProgress | null>(null);
  const [isLong, setLong] = useState(false);
  const running = useRef<AbortController | null>(null);
  const isRunning = progress !== null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setLong(true), shownAfterMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isRunning]);
  return {
    progress: isLong ? progress : null,
    run: async (phase, work) => {
      const controller = new AbortController();
      running.current = controller;
      setProgress({ phase, done: 0, total: 0 });
      try {
        return await work({ onProgress: setProgress, abort: controller.signal });
      } finally {
        if (running.current === controller) setProgress(null);
      }
    },
    cancel: () => running.current?.abort(),
  };
};
