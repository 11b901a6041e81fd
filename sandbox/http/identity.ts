import type {
  FastifyInstance,
  FastifyRequest,
  onRequestAsyncHookHandler,
  preHandlerAsyncHookHandler,
} from 'fastify';
import * as z from 'zod/mini';
import { clientIdSchema } from '#shared/domain/ids.ts';
import { headers, oldestSchemaVersion, schemaVersion } from '#shared/sync/protocol-version.ts';
import type { Account } from '../account.ts';
import type { Network } from '../network.ts';
import { problem } from '../problem.ts';
import { sendProblem } from './answer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireAccount`; null on routes without it. */
    account: Account | null;
  }
}

const epochHeader = z.exactOptional(z.uuid());

const schemaHeader = z.exactOptional(z.string().check(z.regex(/^[1-9][0-9]{0,5}$/)));

const behalfHeader = z.exactOptional(z.string().check(z.minLength(1), z.maxLength(600)));

/** Headers of every request of a member. */
export const memberHeaders = z.looseObject({
  [headers.epoch]: epochHeader,
  [headers.schema]: schemaHeader,
});

/** Headers of a submission that is handed over, perhaps for somebody else (OB1). */
export const submissionHeaders = z.looseObject({
  [headers.epoch]: epochHeader,
  [headers.schema]: schemaHeader,
  [headers.onBehalfOf]: behalfHeader,
});

/** Headers of a mutation: n counts per client, so that the client must be named. */
export const mutationHeaders = z.looseObject({
  [headers.client]: clientIdSchema,
  [headers.epoch]: epochHeader,
  [headers.schema]: schemaHeader,
  [headers.onBehalfOf]: behalfHeader,
});

const bearer = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** The account of a route that has `requireAccount`. */
export const accountOf = (request: FastifyRequest): Account => {
  if (request.account === null) throw new Error('Assumption broken: the route has no account');
  return request.account;
};

/** The wire schema that a client speaks; the newest where it does not say. */
export const schemaOf = (request: FastifyRequest): number =>
  Number(request.headers[headers.schema] ?? schemaVersion);

/** The account that a request speaks for; null where it is the sender's own. What is no percent-encoding names itself. */
export const onBehalfOf = (request: FastifyRequest): string | null => {
  const named = request.headers[headers.onBehalfOf];
  if (named === undefined) return null;
  try {
    return decodeURIComponent(String(named));
  } catch {
    return String(named);
  }
};

/** An onRequest hook: 401 `token-expired`, before the body is read, unless the bearer token is somebody's. */
export const requireAccount =
  (network: Network): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    request.account =
      token === undefined
        ? null
        : ((await network.store.snapshot((rows) => rows.accountOfToken(token))) ?? null);
    return request.account === null ? sendProblem(reply, problem('token-expired')) : undefined;
  };

/** 409 when the client speaks of another epoch or, where it sends, of another wire schema. */
export const requireAgreement =
  (network: Network): preHandlerAsyncHookHandler =>
  async (request, reply) => {
    const epoch = request.headers[headers.epoch];
    if (epoch !== undefined && epoch !== network.epoch) return sendProblem(reply, problem('epoch-changed'));
    const schema = schemaOf(request);
    const isTaken = schema >= oldestSchemaVersion && schema <= schemaVersion;
    if (!isTaken && request.method !== 'GET' && request.method !== 'HEAD') {
      const taken = `wire schemas ${oldestSchemaVersion} to ${schemaVersion} are taken`;
      return sendProblem(reply, problem('schema-unsupported', taken));
    }
    return undefined;
  };

export const rememberAccounts = (app: FastifyInstance): void => {
  app.decorateRequest('account', null);
};
