import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { commentSchema, endorsementSchema } from '#shared/domain/review.ts';
import {
  commentBodySchema,
  decisionAnswerSchema,
  decisionBodySchema,
  endorsementBodySchema,
} from '#shared/sync/protocol.ts';
import { putComment } from '../comments.ts';
import { decide } from '../decisions.ts';
import { endorse } from '../endorsements.ts';
import { sendProblem } from '../http/answer.ts';
import { accountOf, memberHeaders, requireAccount, requireAgreement } from '../http/identity.ts';
import type { Network } from '../network.ts';
import { problem } from '../problem.ts';
import { madeIdParams } from './params.ts';
import { problemResponses } from './problem-responses.ts';

/** Comments, decisions and endorsements: each made once, under an id of its maker's. */
export const reviewRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    const guards = { onRequest: requireAccount(network), preHandler: requireAgreement(network) };
    app.route({
      method: 'PUT',
      url: '/v1/comments/:id',
      schema: {
        summary: 'Comment on a document or one of its fields, or answer a comment',
        headers: memberHeaders,
        params: madeIdParams,
        body: commentBodySchema,
        response: { 200: commentSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        if (request.params.id !== request.body.comment.id) {
          return sendProblem(reply, problem('malformed', 'id: not the one of the address'));
        }
        const answer = await putComment(network, accountOf(request), request.body);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'PUT',
      url: '/v1/decisions/:id',
      schema: {
        summary: 'Decide about a received round; for reviewers and the secretariat',
        headers: memberHeaders,
        params: madeIdParams,
        body: decisionBodySchema,
        response: { 200: decisionAnswerSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await decide(network, accountOf(request), request.params.id, request.body);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'PUT',
      url: '/v1/endorsements/:id',
      schema: {
        summary: 'Endorse one content of a document for a country, or withhold it',
        headers: memberHeaders,
        params: madeIdParams,
        body: endorsementBodySchema,
        response: { 200: endorsementSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await endorse(network, accountOf(request), request.params.id, request.body);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
  };
