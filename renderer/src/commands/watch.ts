/** Told how far long work is, and how to stop it. */
export type Watch = {
  readonly onProgress: (done: number, total: number) => void;
  readonly abort: AbortSignal;
};
