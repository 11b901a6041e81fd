import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { submissionBodySchema, submissionParamsSchema } from '#shared/sync/protocol.ts';
import { sendProblem } from '../http/answer.ts';
import {
  accountOf,
  readingHeaders,
  requireAccount,
  requireAgreement,
  sendingHeaders,
} from '../http/identity.ts';
import type { Network } from '../network.ts';
import { type SubmissionAnswer, submissionAnswer, submit } from '../submissions.ts';
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
        headers: sendingHeaders,
        params: submissionParamsSchema,
        body: submissionBodySchema,
        response: { 201: receiptSchema, 200: receiptSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) =>
        send(reply, await submit(network, accountOf(request), request.params.id, request.body)),
    });
    app.route({
      method: 'GET',
      url: '/v1/submissions/:id',
      schema: {
        summary: 'The answer that a submission got',
        headers: readingHeaders,
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
