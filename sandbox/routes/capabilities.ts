import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type Capabilities, capabilitiesSchema, limits } from '#shared/sync/protocol.ts';
import { apiVersion, oldestSchemaVersion, schemaVersion } from '#shared/sync/protocol-version.ts';
import type { Network } from '../network.ts';
import { retentionDays } from '../network-start.ts';
import { problemResponses } from './problem-responses.ts';

/** `GET /v1/capabilities`: what this server speaks and takes; open to all. */
export const capabilitiesRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/v1/capabilities',
      schema: {
        summary: 'What this server speaks and takes',
        security: [],
        response: { 200: capabilitiesSchema, ...problemResponses },
      },
      handler: async (_request, reply): Promise<Capabilities> => {
        reply.header('cache-control', 'no-store');
        return {
          api: apiVersion,
          epoch: network.epoch,
          schema: { min: oldestSchemaVersion, max: schemaVersion },
          network: 'training',
          templates: [...network.templates.refs],
          limits,
          encodings: ['gzip'],
          uploads: ['tus-1.0'],
          retentionDays,
          ...(network.meetings !== undefined && { meetings: [...network.meetings] }),
          serverTime: new Date(network.now()).toISOString(),
        };
      },
    });
  };
