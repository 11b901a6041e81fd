import type { FastifyPluginAsync } from 'fastify';

/** `GET /openapi.json`: OpenAPI 3.1, generated from the schemas that validate. */
export const openapiRoute: FastifyPluginAsync = async (app) => {
  app.route({
    method: 'GET',
    url: '/openapi.json',
    schema: { hide: true },
    handler: async (_request, reply) => reply.type('application/json').send(JSON.stringify(app.swagger())),
  });
};
