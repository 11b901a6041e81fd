import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { receiptSchema } from '#shared/domain/receipt.ts';
import {
  cancelledSchema,
  submissionBodySchema,
  submissionParamsSchema,
  submittedContentSchema,
} from '#shared/sync/protocol.ts';
import { sendProblem } from '../http/answer.ts';
import {
  accountOf,
  memberHeaders,
  onBehalfOf,
  requireAccount,
  requireAgreement,
  submissionHeaders,
} from '../http/identity.ts';
import type { Network } from '../network.ts';
import {
  cancelSubmission,
  type SubmissionAnswer,
  submissionAnswer,
  submit,
  submittedRound,
} from '../submissions.ts';
import { roundParams } from './params.ts';
import { problemResponses } from './problem-responses.ts';

const send = (reply: FastifyReply, answer: SubmissionAnswer): FastifyReply => {
  if (answer.kind === 'refused') return sendProblem(reply, answer.problem);
  // A string passes as it is: the receipt is the same to the byte at every asking.
  return reply
    .code(answer.isNew ? 201 : 200)
    .type('application/json')
    .send(answer.json);
};

/** `PUT` and `GET /v1/submissions/{id}`: hand a document over, and ask again after a lost answer. */
export const submissionsRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    const guards = { onRequest: requireAccount(network), preHandler: requireAgreement(network) };
    app.route({
      method: 'PUT',
      url: '/v1/submissions/:id',
      schema: {
        summary: 'Submit one revision of a document; the same again gets the same receipt',
        headers: submissionHeaders,
        params: submissionParamsSchema,
        body: submissionBodySchema,
        response: { 201: receiptSchema, 200: receiptSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await submit(
          network,
          accountOf(request),
          request.params.id,
          request.body,
          onBehalfOf(request),
        );
        return send(reply, answer);
      },
    });
    app.route({
      method: 'DELETE',
      url: '/v1/submissions/:id',
      schema: {
        summary: 'Cancel a submission; its id is never received from then on',
        headers: memberHeaders,
        params: submissionParamsSchema,
        response: { 200: cancelledSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await cancelSubmission(network, accountOf(request), request.params.id);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'GET',
      url: '/v1/docs/:id/rounds/:round',
      schema: {
        summary: 'What was received in a round',
        headers: memberHeaders,
        params: roundParams,
        response: { 200: submittedContentSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const { id, round } = request.params;
        const answer = await submittedRound(network, accountOf(request), id, Number(round));
        reply.header('cache-control', 'no-store');
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'GET',
      url: '/v1/submissions/:id',
      schema: {
        summary: 'The answer that a submission got',
        headers: memberHeaders,
        params: submissionParamsSchema,
        response: { 200: receiptSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return send(reply, await submissionAnswer(network, accountOf(request), request.params.id));
      },
    });
  };
