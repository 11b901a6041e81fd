import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits, type Problem } from '#shared/sync/protocol.ts';
import { problem } from '../problem.ts';

/** What a request body may become when it is inflated; one op may carry a text of 262144 bytes. */
const inflatedBytes = 4_194_304;

const inflate = promisify(gunzip);

/** A refusal found while a body is read, where only an exception ends the reading. */
export class BodyRefusedError extends Error {
  override readonly name = 'BodyRefusedError';
  readonly problem: Problem;
  constructor(why: Problem) {
    super(why.title);
    this.problem = why;
  }
}

export const bodyTooLarge = (): Problem =>
  problem('batch-too-large', 'the body is too large', { max: limits.batchBytes });

const identityBytes = async (request: FastifyRequest, body: Buffer): Promise<Buffer> => {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip')
    throw new BodyRefusedError(problem('unsupported-encoding', 'send identity or gzip'));
  try {
    return await inflate(body, { maxOutputLength: inflatedBytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new BodyRefusedError(tooLarge ? bodyTooLarge() : problem('malformed', 'the body is not gzip'));
  }
};

const parse = (bytes: Buffer): unknown => {
  let text: string;
  try {
    // Broken UTF-8 is refused: replacing it would silently change what somebody wrote.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BodyRefusedError(problem('malformed', 'the body is not UTF-8'));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyRefusedError(problem('malformed', 'the body is not JSON'));
  }
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Bytes of the body as they came over the wire; 0 without one. */
    wireBodyBytes: number;
  }
}

/**
 * Takes `application/json` bodies, as they are or gzipped, up to the protocol's `batchBytes` on the
 * wire; every other content type is refused by Fastify. An empty body is `undefined`.
 */
export const acceptJsonBodies = (app: FastifyInstance): void => {
  app.decorateRequest('wireBodyBytes', 0);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limits.batchBytes },
    async (request: FastifyRequest, body: Buffer) => {
      request.wireBodyBytes = body.length;
      return body.length === 0 ? undefined : parse(await identityBytes(request, body));
    },
  );
};
