import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { templateRefSchema, templateSchema } from '#shared/domain/template.ts';
import { headers } from '#shared/sync/protocol-version.ts';
import { sendProblem } from '../http/answer.ts';
import type { Network } from '../network.ts';
import { problem } from '../problem.ts';
import { signTemplate, trainingKeyId } from '../training-key.ts';
import { problemResponses } from './problem-responses.ts';

/** `GET /v1/templates/{ref}`: the file of a template version, which never changes, and its signature (FO1). */
export const templatesRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/templates/:ref',
      schema: {
        summary: 'A template version, immutable',
        security: [],
        params: z.strictObject({ ref: templateRefSchema }),
        response: { 200: templateSchema, ...problemResponses },
      },
      handler: async (request, reply) => {
        const file = network.templates.fileOf(request.params.ref);
        if (file === undefined) return sendProblem(reply, problem('not-found', request.params.ref));
        // Its own bytes: they are what is signed.
        const plain: FastifyReply = reply;
        return plain
          .header(headers.templateKey, trainingKeyId)
          .header(headers.templateSignature, signTemplate(Buffer.from(file)))
          .header('cache-control', 'public, max-age=31536000, immutable')
          .type('application/json')
          .send(file);
      },
    });
  };
