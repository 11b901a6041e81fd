import { connect, createServer, type Socket } from 'node:net';

/** A link as a person has it. Half of the round trip lies on either way. */
export type LinkSpeed = {
  readonly name: string;
  readonly bitsPerSecond: number;
  readonly roundTripMs: number;
};

export const loopback: LinkSpeed = {
  name: 'loopback',
  bitsPerSecond: Number.POSITIVE_INFINITY,
  roundTripMs: 0,
};
export const mobileLink: LinkSpeed = { name: '1 Mbit/s, 300 ms', bitsPerSecond: 1_000_000, roundTripMs: 300 };
export const satelliteLink: LinkSpeed = {
  name: '64 kbit/s, 600 ms',
  bitsPerSecond: 64_000,
  roundTripMs: 600,
};

/** What a bad link does beside being slow. */
export type LinkFault =
  /** Both ends see a reset once so many bytes have gone up or come down on a connection. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** The answer ends after so many bytes, as if the server had closed. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** Somebody else answers: a page of a hotel, with 200. */
  | { readonly kind: 'captive-portal' };

/** A proxy in front of a loopback port that is as slow and as bad as it is told, and counts every byte. */
export type SlowLink = {
  readonly url: string;
  readonly port: number;
  /** Bytes of TCP payload since the start or the last `forget`, whatever became of them. */
  bytes(): { readonly up: number; readonly down: number };
  /** Requests that began since then. */
  requests(): number;
  forget(): void;
  setSpeed(speed: LinkSpeed): void;
  /** The next connections meet these, one each, in this order; those after them meet none. */
  plan(faults: readonly LinkFault[]): void;
  /** How many of the planned faults have not been met yet. */
  planned(): number;
  close(): Promise<void>;
};

const portalPage = '<html><body>Welcome to the hotel. Accept the terms to go on.</body></html>';
const portal = [
  'HTTP/1.1 200 OK',
  'content-type: text/html',
  `content-length: ${portalPage.length}`,
  'connection: close',
  '',
  portalPage,
].join('\r\n');

const requestLine = /(?:^|\r\n\r\n|\n)(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S* HTTP\/1\.1\r\n/g;

/** One way of the link, shared by all connections as a cable is: bytes leave it one after the other. */
class Way {
  #freeAt = 0;
  #speed: LinkSpeed;

  constructor(speed: LinkSpeed) {
    this.#speed = speed;
  }

  set speed(speed: LinkSpeed) {
    this.#speed = speed;
  }

  /** When the last of these bytes is at the other end, in milliseconds from now. */
  carry(bytes: number): number {
    const { bitsPerSecond, roundTripMs } = this.#speed;
    this.#freeAt = Math.max(performance.now(), this.#freeAt) + (bytes * 8000) / bitsPerSecond;
    return this.waitMs() + roundTripMs / 2;
  }

  /** How long a byte would have to wait before it leaves. */
  waitMs(): number {
    return Math.max(0, this.#freeAt - performance.now());
  }
}

/** Bytes that leave together: small enough that two connections share a slow way. */
const pieceBytes = 1_400;

/** Starts a link to `targetPort` on a free loopback port. */
export async function startSlowLink(targetPort: number, speed: LinkSpeed): Promise<SlowLink> {
  const ways = { up: new Way(speed), down: new Way(speed) };
  const open = new Set<Socket>();
  let counted = { up: 0, down: 0 };
  let begun = 0;
  let faults: LinkFault[] = [];
  let roundTripMs = speed.roundTripMs;

  const server = createServer({ pauseOnConnect: true }, (laptop) => {
    const fault = faults.shift();
    const target = connect(targetPort, '127.0.0.1');
    let carried = 0;
    let answered = 0;
    const end = (): void => {
      laptop.destroy();
      target.destroy();
    };
    const reset = (): void => {
      if (!laptop.destroyed) laptop.resetAndDestroy();
      if (!target.destroyed) target.resetAndDestroy();
    };
    for (const socket of [laptop, target]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => open.delete(socket));
    }
    /** Sends what came in at one end out at the other, in its time. The sender waits while the way is full. */
    const join = (from: Socket, to: Socket, way: 'up' | 'down'): void => {
      let last = Promise.resolve();
      const after = (delayMs: number, run: () => void) => {
        const before = last;
        last = new Promise<void>((resolve) => {
          setTimeout(() => void before.then(run).then(resolve), delayMs);
        });
      };
      from.on('data', (bytes: Buffer) => {
        if (way === 'up') begun += bytes.toString('latin1').match(requestLine)?.length ?? 0;
        if (way === 'up' && fault?.kind === 'captive-portal') {
          laptop.end(portal);
          target.destroy();
          return;
        }
        for (let at = 0; at < bytes.length; at += pieceBytes) {
          const piece = bytes.subarray(at, at + pieceBytes);
          counted = { ...counted, [way]: counted[way] + piece.length };
          carried += piece.length;
          if (way === 'down') answered += piece.length;
          const isReset = fault?.kind === 'reset' && carried > fault.afterBytes;
          const isCut = fault?.kind === 'truncate' && way === 'down' && answered > fault.afterBytes;
          after(ways[way].carry(piece.length), () => {
            if (isReset) reset();
            else if (isCut) end();
            else if (!to.destroyed) to.write(piece);
          });
        }
        // No more is taken in than the way has room for; a little ahead, so that it never stands idle.
        from.pause();
        setTimeout(() => from.resume(), Math.max(0, ways[way].waitMs() - 20));
      });
      from.on('end', () => after(ways[way].carry(0), () => to.end()));
    };
    join(laptop, target, 'up');
    join(target, laptop, 'down');
    laptop.on('close', () => target.destroy());
    // A connection costs a round trip before the first byte.
    setTimeout(() => laptop.resume(), roundTripMs);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the link has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    bytes: () => counted,
    requests: () => begun,
    forget() {
      counted = { up: 0, down: 0 };
      begun = 0;
    },
    setSpeed(next) {
      ways.up.speed = next;
      ways.down.speed = next;
      roundTripMs = next.roundTripMs;
    },
    plan(next) {
      faults = [...next];
    },
    planned: () => faults.length,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
