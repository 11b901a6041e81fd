import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { apiVersion } from '#shared/sync/protocol-version.ts';
import type { AppFiles } from './app-files.ts';
import { consoleRoutes } from './console/routes.ts';
import type { FaultBox } from './faults/fault-box.ts';
import { injectFaults } from './faults/fault-hooks.ts';
import { sendProblem } from './http/answer.ts';
import { compressAnswers } from './http/compression.ts';
import { answerFailures } from './http/failures.ts';
import { rememberAccounts } from './http/identity.ts';
import { acceptJsonBodies } from './http/json-body.ts';
import { answerBrokenHttp, markAnswer, markAnswers } from './http/network-headers.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import { appFilesRoute } from './routes/app-files.ts';
import { blobsRoute } from './routes/blobs.ts';
import { capabilitiesRoute } from './routes/capabilities.ts';
import { changesRoute } from './routes/changes.ts';
import { documentsRoute } from './routes/documents.ts';
import { faultsRoute } from './routes/faults.ts';
import { mutationsRoute } from './routes/mutations.ts';
import { openapiRoute } from './routes/openapi.ts';
import { reviewRoute } from './routes/review.ts';
import { submissionsRoute } from './routes/submissions.ts';
import { templatesRoute } from './routes/templates.ts';
import { trainingSessionRoute } from './routes/training-session.ts';
import { uploadsRoute } from './routes/uploads.ts';

export type NetworkAppOptions = {
  readonly network: Network;
  /** Where uploads lie until they are whole; without it, none are taken. */
  readonly uploadsFolder?: string;
  /** Present: faults can be switched on through `/__faults`. */
  readonly faults?: FaultBox;
  /** Present: the browser edition is served on the same origin. */
  readonly appFiles?: AppFiles;
  readonly logger?: FastifyServerOptions['logger'];
};

/** Puts the Network API together on Fastify, ready for `listen` or `inject`. */
export const networkApp = async (options: NetworkAppOptions): Promise<FastifyInstance> => {
  const { network, faults, appFiles, uploadsFolder } = options;
  const app = fastify({
    logger: options.logger ?? false,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // These answers pass no hook of ours.
    frameworkErrors: (error, _request, reply) => {
      markAnswer(reply, network.epoch);
      return sendProblem(reply, problem('malformed', error.message));
    },
    clientErrorHandler: answerBrokenHttp(network.epoch),
  });
  // zod/mini comes without sentences; the details of refusals need them.
  z.config(z.locales.en());
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  markAnswers(app, network.epoch);
  if (faults) injectFaults(app, faults);
  acceptJsonBodies(app);
  rememberAccounts(app);
  answerFailures(app);
  compressAnswers(app);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Network API',
        version: String(apiVersion),
        description: 'Drafts, changes and submissions between Compact Desk and the Network.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform: jsonSchemaTransform,
  });
  for (const route of [
    capabilitiesRoute,
    trainingSessionRoute,
    changesRoute,
    mutationsRoute,
    submissionsRoute,
    documentsRoute,
    reviewRoute,
    templatesRoute,
  ]) {
    await app.register(route(network));
  }
  await app.register(blobsRoute(network));
  if (uploadsFolder !== undefined) await app.register(uploadsRoute(network, uploadsFolder));
  await app.register(consoleRoutes(network));
  await app.register(openapiRoute);
  if (faults) await app.register(faultsRoute(faults));
  if (appFiles) await app.register(appFilesRoute(appFiles));
  await app.ready();
  return app;
};
