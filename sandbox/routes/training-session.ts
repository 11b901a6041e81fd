import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { trainingRequestSchema, trainingSessionSchema } from '#shared/sync/protocol.ts';
import { sendProblem } from '../http/answer.ts';
import { isLoopbackRequest } from '../http/loopback.ts';
import type { Network } from '../network.ts';
import { problem } from '../problem.ts';
import { trainingSession } from '../training.ts';
import { problemResponses } from './problem-responses.ts';

/**
 * `POST /v1/training/session`: the token of a training account, without a password. Only for this
 * very machine; the Host is checked too, so that a web page cannot reach it by a name of its own that
 * resolves to loopback.
 */
export const trainingSessionRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/training/session',
      schema: {
        summary: 'Sign in to a training account, from loopback only',
        security: [],
        body: z.nullish(trainingRequestSchema),
        response: { 200: trainingSessionSchema, ...problemResponses },
      },
      handler: async (request, reply) => {
        if (!isLoopbackRequest(request))
          return sendProblem(reply, problem('forbidden', 'training is for this machine only'));
        const session = await trainingSession(network, request.body?.account);
        if (session === undefined) return sendProblem(reply, problem('no-such-account'));
        const { token, account } = session;
        reply.header('cache-control', 'no-store');
        return reply.send({ token, account: { id: account.id, name: account.name } });
      },
    });
  };
