/** One HTTP/1.1 request as it went over the wire; sizes in bytes. */
export type MeteredRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Request line and headers with the empty line after them. */
  readonly headerBytes: number;
  /** The body as sent, compressed where it was; without chunk framing. */
  readonly bodyBytes: number;
};

type Parsed = { readonly request: MeteredRequest; readonly length: number };

function chunkedBody(bytes: Buffer, from: number): { bodyBytes: number; end: number } | undefined {
  let at = from;
  let bodyBytes = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (!Number.isInteger(size)) throw new Error('the request has a broken chunk size');
    at = lineEnd + 2 + size + 2;
    if (at > bytes.length) return undefined;
    if (size === 0) return { bodyBytes, end: at };
    bodyBytes += size;
  }
}

function firstRequest(bytes: Buffer): Parsed | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const headerBytes = headEnd + 4;
  const [line = '', ...headerLines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const [method = '', path = ''] = line.split(' ');
  const headers = Object.fromEntries(
    headerLines.map((header) => {
      const colon = header.indexOf(':');
      return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
    }),
  );
  if (headers['transfer-encoding']?.toLowerCase() === 'chunked') {
    const body = chunkedBody(bytes, headerBytes);
    if (body === undefined) return undefined;
    const request = { method, path, headers, headerBytes, bodyBytes: body.bodyBytes };
    return { request, length: body.end };
  }
  const bodyBytes = Number(headers['content-length'] ?? 0);
  const length = headerBytes + bodyBytes;
  return bytes.length < length
    ? undefined
    : { request: { method, path, headers, headerBytes, bodyBytes }, length };
}

/**
 * Reads the bytes that a client sends on one connection and tells each complete request, however the bytes are
 * cut. Knows Content-Length and chunked bodies; throws on broken framing.
 */
export function requestMeter(onRequest: (request: MeteredRequest) => void): (bytes: Buffer) => void {
  let pending = Buffer.alloc(0);
  return (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    for (let parsed = firstRequest(pending); parsed !== undefined; parsed = firstRequest(pending)) {
      pending = pending.subarray(parsed.length);
      onRequest(parsed.request);
    }
  };
}
