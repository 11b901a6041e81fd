import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { limits } from '#shared/sync/protocol.ts';
import { sendProblem } from '../http/answer.ts';
import { accountOf, requireAccount, requireAgreement } from '../http/identity.ts';
import type { Network } from '../network.ts';
import { problem } from '../problem.ts';
import { chunkObjection, uploadServer } from '../uploads.ts';

const chunkType = 'application/offset+octet-stream';

/** Headers that the tus server may see; `x-account` is ours and never the caller's. */
const passedOn = /^(upload-|tus-|content-type$|content-length$)/;

/** `/v1/uploads`: tus 1.0, with a checksum on every chunk. */
export const uploadsRoute =
  (network: Network, folder: string): FastifyPluginAsyncZod =>
  async (app) => {
    const server = uploadServer(network, folder);
    app.addContentTypeParser(
      chunkType,
      { parseAs: 'buffer', bodyLimit: limits.chunkBytes },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const body = Buffer.isBuffer(request.body) ? request.body : undefined;
      const headers = new Headers({ 'x-account': accountOf(request).id });
      for (const [name, value] of Object.entries(request.headers)) {
        if (typeof value === 'string' && passedOn.test(name)) headers.set(name, value);
      }
      const answer = await server.handleWeb(
        new Request(`http://network${request.url}`, {
          method: request.method,
          headers,
          ...(body === undefined ? {} : { body: new Uint8Array(body) }),
        }),
      );
      const text = await answer.text();
      if (answer.status >= 400 && answer.status !== 460 && !text.startsWith('{')) {
        return sendProblem(reply, { ...problemFor(answer.status), status: answer.status });
      }
      for (const [name, value] of answer.headers) {
        if (/^(upload-|tus-|location$)/.test(name)) reply.header(name, value);
      }
      const isProblem = answer.status >= 400;
      return reply
        .code(answer.status)
        .type(isProblem ? 'application/problem+json' : 'text/plain')
        .send(text);
    };
    const problemFor = (status: number) => {
      if (status === 413) return problem('file-too-large', undefined, { max: limits.attachmentBytes });
      return problem(status === 404 || status === 410 ? 'not-found' : 'malformed', `upload: ${status}`);
    };
    const guards = { onRequest: requireAccount(network), preHandler: requireAgreement(network) };
    app.route({
      method: 'POST',
      url: '/v1/uploads',
      schema: { summary: 'Begin the upload of a file (tus 1.0)' },
      ...guards,
      handler: pass,
    });
    app.route({
      method: ['HEAD', 'DELETE'],
      url: '/v1/uploads/:upload',
      schema: { summary: 'How far an upload has come (tus 1.0)', hide: true },
      ...guards,
      handler: pass,
    });
    app.route({
      method: 'PATCH',
      url: '/v1/uploads/:upload',
      schema: { summary: 'Send the next bytes of a file, with their checksum (tus 1.0)' },
      ...guards,
      handler: async (request, reply) => {
        const chunk = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const checksum = request.headers['upload-checksum'];
        const why = chunkObjection(typeof checksum === 'string' ? checksum : undefined, chunk);
        return why === undefined ? pass(request, reply) : sendProblem(reply, why);
      },
    });
  };
