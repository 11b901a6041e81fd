import type { FastifyReply } from 'fastify';
import type { Problem } from '#shared/sync/protocol.ts';

const retryAfterSeconds = 2;

/** Sends an RFC 9457 problem with its own status. */
export const sendProblem = (reply: FastifyReply, why: Problem): FastifyReply => {
  if (why.status === 503 || why.status === 429) reply.header('retry-after', retryAfterSeconds);
  if (why.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(why.status).type('application/problem+json').send(JSON.stringify(why));
};
