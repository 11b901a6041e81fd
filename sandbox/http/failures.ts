import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem } from '#shared/sync/protocol.ts';
import { isDatabaseUnavailable } from '../database.ts';
import { problem } from '../problem.ts';
import { sendProblem } from './answer.ts';
import { BodyRefusedError, bodyTooLarge } from './json-body.ts';

const namedIssues = 3;

const validationDetail = (error: FastifyError): string => {
  const part = error.validationContext ?? 'request';
  return (error.validation ?? [])
    .slice(0, namedIssues)
    .map(
      ({ instancePath, message }) => `${part}${instancePath.replace(/\/$/, '')}: ${message ?? 'not valid'}`,
    )
    .join('; ');
};

/** The problem that an exception on the way through Fastify stands for. */
const problemOf = (error: FastifyError): Problem => {
  if (error instanceof BodyRefusedError) return error.problem;
  if (hasZodFastifySchemaValidationErrors(error)) return problem('malformed', validationDetail(error));
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return problem('unsupported-encoding', 'send application/json');
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge();
  if (isDatabaseUnavailable(error)) return problem('unavailable');
  const { statusCode } = error;
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return problem('malformed', error.message);
  }
  return problem('internal');
};

/** Answers every failure with a problem, and logs those that are the server's own. */
export const answerFailures = (app: FastifyInstance): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const why = problemOf(error);
    if (why.status >= 500) request.log.error(error);
    return sendProblem(reply, why);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problem('not-found', `${request.method} ${request.url}`)),
  );
};
