import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { clientIdSchema } from '#shared/domain/ids.ts';
import { problemSchema } from '#shared/sync/protocol.ts';
import { headers } from '#shared/sync/protocol-version.ts';

export const testClient = clientIdSchema.parse('7f1b1f5e-1111-4111-8111-111111111111');

/** Headers of the training member's laptop. */
export const memberHeaders = {
  authorization: 'Bearer the-token-of-training',
  [headers.client]: testClient,
  'content-type': 'application/json',
};

type Ask = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** Sent as JSON unless it is text or bytes. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Asks as the training member; `headers` are added or, where empty, taken away. */
export const ask = (app: FastifyInstance, { method = 'GET', url, body, headers: more = {} }: Ask) => {
  const all = Object.entries({ ...memberHeaders, ...more }).filter(([, value]) => value !== '');
  const payload =
    body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return app.inject({
    method,
    url,
    headers: Object.fromEntries(all),
    ...(payload === undefined ? {} : { payload }),
  });
};

/** The problem in an answer; throws when the answer is none, or lacks the Network's own headers. */
export const problemIn = (answer: LightMyRequestResponse) => {
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) {
    throw new Error(`not a problem: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
  }
  if (answer.headers[headers.api] !== '1') throw new Error('no Network-Api');
  const problem = problemSchema.parse(JSON.parse(answer.body));
  if (problem.status !== answer.statusCode) throw new Error('another status in the problem');
  return problem;
};
