import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { changesQuerySchema, changesSchema, limits } from '#shared/sync/protocol.ts';
import { changesSince } from '../changes.ts';
import { sendProblem } from '../http/answer.ts';
import { accountOf, memberHeaders, requireAccount, requireAgreement, schemaOf } from '../http/identity.ts';
import type { Network } from '../network.ts';
import { changesWhenThere } from '../news.ts';
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
        headers: memberHeaders,
        querystring: changesQuerySchema,
        response: { 200: changesSchema, ...problemResponses },
      },
      onRequest: requireAccount(network),
      preHandler: requireAgreement(network),
      handler: async (request, reply) => {
        const { since, limit, wait } = request.query;
        const wanted = Math.min(Number(limit ?? limits.changesLimit), limits.changesLimit);
        const read = () =>
          changesSince(network, accountOf(request), { since, limit: wanted, schema: schemaOf(request) });
        const isGone = () => request.raw.destroyed || reply.raw.destroyed;
        const changes = await changesWhenThere(network.news, read, Number(wait ?? 0) * 1000, isGone);
        reply.header('cache-control', 'no-store');
        return changes.ok ? reply.send(changes.value) : sendProblem(reply, changes.error);
      },
    });
  };
