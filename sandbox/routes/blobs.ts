import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { sendProblem } from '../http/answer.ts';
import { accountOf, requireAccount, requireAgreement } from '../http/identity.ts';
import type { Network } from '../network.ts';
import { problem } from '../problem.ts';

const params = z.strictObject({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

/** The bytes that a `Range` asks for; the whole without one, undefined for one that cannot be met. */
export const rangeOf = (
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | undefined => {
  if (header === undefined) return { from: 0, to: size };
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? [];
  const from = Number(first);
  const to = last === '' ? size : Math.min(Number(last) + 1, size);
  return first !== '' && from < to ? { from, to } : undefined;
};

/** `/v1/blobs/{sha256}`: whether a file is there, and its bytes. */
export const blobsRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    const guards = { onRequest: requireAccount(network), preHandler: requireAgreement(network) };
    app.route({
      method: 'HEAD',
      url: '/v1/blobs/:sha256',
      schema: { summary: 'Whether the bytes of a file are there', params },
      ...guards,
      handler: async (request, reply) => {
        const size = await network.blobs.sizeOf(request.params.sha256);
        return reply.code(size === undefined ? 404 : 200).send();
      },
    });
    const mayRead = (request: FastifyRequest, sha256: string): Promise<boolean> => {
      const { id, role } = accountOf(request);
      const reviews = role === 'reviewer' || role === 'secretariat' || role === 'coordinator';
      return network.store.snapshot((rows) => rows.mayReadFile(id, sha256, reviews));
    };
    app.route({
      method: 'GET',
      url: '/v1/blobs/:sha256',
      schema: { summary: 'The bytes of a file, or a range of them', params },
      ...guards,
      handler: async (request, reply) => {
        const { sha256 } = request.params;
        const size = await network.blobs.sizeOf(sha256);
        if (size === undefined || !(await mayRead(request, sha256))) {
          return sendProblem(reply, problem('not-found', `file ${sha256}`));
        }
        const range = rangeOf(request.headers.range, size);
        if (range === undefined) return sendProblem(reply, problem('malformed', 'Range: cannot be met'));
        const isPart = range.from > 0 || range.to < size;
        const bytes = await network.blobs.read(sha256, range.from, range.to);
        if (isPart) reply.header('content-range', `bytes ${range.from}-${range.to - 1}/${size}`);
        // Bytes of somebody's file: never shown by a browser on this origin, and never guessed at.
        return reply
          .code(isPart ? 206 : 200)
          .header('accept-ranges', 'bytes')
          .header('x-content-type-options', 'nosniff')
          .header('content-disposition', 'attachment')
          .type('application/octet-stream')
          .send(Buffer.from(bytes));
      },
    });
  };
