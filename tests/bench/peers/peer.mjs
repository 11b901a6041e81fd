import { gzipSync } from 'node:zlib';

/**
 * What every peer does, told over the channel to the benchmark: serve, fill, and then push or pull edits through
 * the link that it is given. `make` answers the peer's own way of doing each.
 *
 * @param {(options: { gzip: boolean, documents: readonly Record<string, unknown>[] }) => Promise<{
 *   port: number,
 *   edit: (side: 'laptop' | 'server', edits: readonly Record<string, unknown>[]) => Promise<void>,
 *   push: (url: string) => Promise<void>,
 *   pull: (url: string) => Promise<void>,
 * }>} make
 */
export const peer = (make) => {
  let subject;
  const steps = {
    make: async ({ gzip, documents }) => {
      subject = await make({ gzip, documents });
      return { port: subject.port };
    },
    edit: ({ side, edits }) => subject.edit(side, edits),
    push: ({ url }) => subject.push(url),
    pull: ({ url }) => subject.pull(url),
  };
  process.on('message', async ({ step, ...argument }) => {
    try {
      const before = performance.now();
      const answer = await steps[step](argument);
      process.send({ ok: true, ms: performance.now() - before, ...answer });
    } catch (error) {
      process.send({ ok: false, error: String(error?.stack ?? error) });
    }
  });
};

/**
 * Listens on a free port, and keeps idle connections longer than the slowest link needs for what is already in
 * its buffers; with Node's five seconds it would close them under the next request.
 */
export const listening = (app) =>
  new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server.address().port));
    server.keepAliveTimeout = 600_000;
  });

/** fetch that compresses what it sends, as a careful user of the peer would set it up. */
export const gzippingFetch = (url, init = {}) => {
  const { body } = init;
  if (typeof body !== 'string' || body.length < 150) return fetch(url, init);
  const headers = new Headers(init.headers);
  headers.set('content-encoding', 'gzip');
  return fetch(url, { ...init, headers, body: gzipSync(body) });
};
