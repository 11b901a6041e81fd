import { connect, createServer, type Server, type Socket } from 'node:net';
import { type MeteredRequest, requestMeter } from './request-meter.ts';

/** A cable between a laptop and a server on loopback that can be cut and mended, with a meter on it. */
export type CutProxy = {
  readonly url: string;
  readonly port: number;
  /** Every connection breaks, and new ones break at once, until `restore`. */
  cut(): void;
  restore(): void;
  /** The requests that went through since the start or the last `forget`. */
  requests(): readonly MeteredRequest[];
  forget(): void;
  /** Loses the answer to the next request for which `matches` is true, after the server got it whole. */
  dropAnswerOnce(matches: (request: MeteredRequest) => boolean): void;
  close(): Promise<void>;
};

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the proxy has no port'));
      else resolve(address.port);
    });
  });
}

/** Starts a proxy on a free loopback port in front of `targetPort`, whether or not anybody listens there. */
export async function startCutProxy(targetPort: number): Promise<CutProxy> {
  const open = new Set<Socket>();
  let isCut = false;
  let seen: MeteredRequest[] = [];
  let drops: ((request: MeteredRequest) => boolean)[] = [];

  const server = createServer((laptop) => {
    if (isCut) {
      laptop.resetAndDestroy();
      return;
    }
    const target = connect(targetPort, '127.0.0.1');
    let isAnswerLost = false;
    const meter = requestMeter((request) => {
      seen.push(request);
      const drop = drops.find((matches) => matches(request));
      if (drop === undefined) return;
      drops = drops.filter((other) => other !== drop);
      isAnswerLost = true;
    });
    const breakBoth = (): void => {
      laptop.destroy();
      target.destroy();
    };
    for (const socket of [laptop, target]) {
      open.add(socket);
      socket.on('error', breakBoth);
      socket.on('close', () => {
        open.delete(socket);
        breakBoth();
      });
    }
    laptop.on('data', (bytes: Buffer) => {
      meter(bytes);
      target.write(bytes);
    });
    target.on('data', (bytes: Buffer) => {
      // The first bytes of an answer mean that the server has done the work.
      if (isAnswerLost) breakBoth();
      else laptop.write(bytes);
    });
  });
  const port = await listen(server);

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    cut() {
      isCut = true;
      for (const socket of open) socket.resetAndDestroy();
    },
    restore() {
      isCut = false;
    },
    requests: () => seen,
    forget() {
      seen = [];
    },
    dropAnswerOnce(matches) {
      drops.push(matches);
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
