/** As much of a service worker's surroundings as ours uses; the DOM types do not have them. */
export type WorkerScope = {
  readonly location: { readonly origin: string };
  readonly registration: { readonly waiting: { postMessage(message: unknown): void } | null };
  readonly clients: {
    matchAll(options: { readonly type: 'window' }): Promise<readonly unknown[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifecycleEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

export type LifecycleEvent = { waitUntil(work: Promise<unknown>): void };

export type AskedEvent = {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};
