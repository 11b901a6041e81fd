/** Told how far long work is, and how to stop it. */
export type Watch = {
  readonly onProgress: (done: number, total: number) => void;
  readonly abort: AbortSignal;
};

/** Comes when the person stops the work. */
export const cancelled = (abort: AbortSignal): Promise<'cancelled'> =>
  new Promise((resolve) => {
    abort.addEventListener('abort', () => resolve('cancelled'), { once: true });
  });
