import { ExternalStore } from '../external-store.ts';
import type { BundleProgress, BundleWatch } from './bundle-view.ts';

/** Long work on a bundle, one at a time: how far it is, null while there is none, and how to stop it. */
export class RunningWork {
  readonly progress = new ExternalStore<BundleProgress | null>(null);
  #running: AbortController | null = null;

  async run<T>(phase: BundleProgress['phase'], work: (watch: BundleWatch) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running = controller;
    const isNewest = () => this.#running === controller;
    const onProgress = (progress: BundleProgress) => isNewest() && this.progress.set(progress);
    onProgress({ phase, done: 0, total: 0 });
    try {
      return await work({ onProgress, abort: controller.signal });
    } finally {
      if (isNewest()) this.progress.set(null);
    }
  }

  cancel = (): void => this.#running?.abort();
}
