import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { mutationsAnswerSchema, mutationsRequestSchema } from '#shared/sync/protocol.ts';
import { headers } from '#shared/sync/protocol-version.ts';
import { sendProblem } from '../http/answer.ts';
import {
  accountOf,
  mutationHeaders,
  onBehalfOf,
  requireAccount,
  requireAgreement,
  schemaOf,
} from '../http/identity.ts';
import { applyMutations } from '../mutations.ts';
import type { Network } from '../network.ts';
import { problemResponses } from './problem-responses.ts';

/** `POST /v1/mutations`: changes to documents; with `since`, the pull rides along. */
export const mutationsRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/v1/mutations',
      schema: {
        summary: 'Change documents, field by field',
        headers: mutationHeaders,
        body: mutationsRequestSchema,
        response: { 200: mutationsAnswerSchema, ...problemResponses },
      },
      onRequest: requireAccount(network),
      preHandler: requireAgreement(network),
      handler: async (request, reply) => {
        const client = String(request.headers[headers.client]);
        const schema = schemaOf(request);
        const answer = await applyMutations(
          network,
          accountOf(request),
          client,
          schema,
          request.body,
          onBehalfOf(request),
        );
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
  };
