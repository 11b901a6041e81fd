import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { type FaultBox, faultListSchema, loggedRequestSchema } from '../faults/fault-box.ts';

/** `/__faults`: switches for tests; the routes exist only where the server was started with them. */
export const faultsRoute =
  (box: FaultBox): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'PUT',
      url: '/__faults',
      schema: { hide: true, body: faultListSchema, response: { 200: faultListSchema } },
      handler: async (request) => {
        box.set(request.body);
        return [...box.list()];
      },
    });
    app.route({
      method: 'GET',
      url: '/__faults',
      schema: { hide: true, response: { 200: faultListSchema } },
      handler: async () => [...box.list()],
    });
    app.route({
      method: 'DELETE',
      url: '/__faults',
      schema: { hide: true },
      handler: async (_request, reply) => {
        box.clear();
        return reply.code(204).send();
      },
    });
    app.route({
      method: 'GET',
      url: '/__faults/log',
      schema: { hide: true, response: { 200: z.array(loggedRequestSchema) } },
      handler: async () => [...box.requests()],
    });
  };
