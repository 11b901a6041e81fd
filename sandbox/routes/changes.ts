import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { changesQuerySchema, changesSchema, limits } from '#shared/sync/protocol.ts';
import { changesSince } from '../changes.ts';
import { sendProblem } from '../http/answer.ts';
import { accountOf, readingHeaders, requireAccount, requireAgreement } from '../http/identity.ts';
import type { Network } from '../network.ts';
import { problemResponses } from './problem-responses.ts';

/** `GET /v1/changes`: the fields that changed beyond a cursor, by document. */
export const changesRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/changes',
      schema: {
        summary: 'What changed beyond a cursor',
        headers: readingHeaders,
        querystring: changesQuerySchema,
        response: { 200: changesSchema, ...problemResponses },
      },
      onRequest: requireAccount(network),
      preHandler: requireAgreement(network),
      handler: async (request, reply) => {
        const { since, limit } = request.query;
        const wanted = Math.min(Number(limit ?? limits.changesLimit), limits.changesLimit);
        const changes = await changesSince(network, accountOf(request).realm, since, wanted);
        reply.header('cache-control', 'no-store');
        return changes.ok ? reply.send(changes.value) : sendProblem(reply, changes.error);
      },
    });
  };
