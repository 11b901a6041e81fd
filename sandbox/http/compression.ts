import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below this, gzip saves less than its header. */
const worthwhileBytes = 512;

const deflate = promisify(gzip);

const takesGzip = (accepted: string | undefined): boolean =>
  (accepted ?? '').split(',').some((entry) => {
    const [coding, ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return (coding === 'gzip' || coding === '*') && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });

/** Compresses texts and JSON for those who take gzip; weak links are what this is for. */
export const compressAnswers = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    const isText = /json|text|javascript|svg/.test(String(reply.getHeader('content-type') ?? ''));
    if (!isText || reply.hasHeader('content-encoding') || Buffer.byteLength(payload) < worthwhileBytes) {
      return payload;
    }
    reply.header('vary', 'accept-encoding');
    if (!takesGzip(request.headers['accept-encoding'])) return payload;
    reply.header('content-encoding', 'gzip');
    reply.removeHeader('content-length');
    return deflate(payload);
  });
};
