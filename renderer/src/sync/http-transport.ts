import type * as z from 'zod/mini';
import { receiptSchema } from '#shared/domain/receipt.ts';
import type { NetworkAnswer, NetworkRequest } from '#shared/ipc/channels.ts';
import { err, ok } from '#shared/result.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import {
  capabilitiesSchema,
  changesSchema,
  mutationsAnswerSchema,
  problemSchema,
  trainingSessionSchema,
} from '#shared/sync/protocol.ts';
import { headers, schemaVersion } from '#shared/sync/protocol-version.ts';
import type { Answered, Credentials, RequestFailure, Transport } from './ports.ts';

/** The part of the shell that carries requests. */
export type Wire = (request: NetworkRequest) => Promise<NetworkAnswer>;

/** Compresses with gzip. */
export type Gzip = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Give up after so long without a byte (sync-protocol.md, Client). */
const idleTimeoutMs = 30_000;

const failed = (code: RequestFailure['failure']['code'], rest: Partial<RequestFailure> = {}) =>
  err<RequestFailure>({ failure: { code }, problem: null, retryAfterMs: null, epoch: null, ...rest });

/** Longest wait that a `Retry-After` can ask of us; a server that means longer says so again. */
const longestWaitMs = 3_600_000;

/** `Retry-After` in seconds or as a date; null when there is none that makes sense. */
const retryAfterMs = (value: string | undefined, date: string | undefined): number | null => {
  if (value === undefined) return null;
  const waitMs = /^\d{1,6}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.parse(date ?? '');
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, longestWaitMs) : null;
};

const jsonOf = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
};

const refused = (answer: Extract<NetworkAnswer, { ok: true }>) => {
  const problem = problemSchema.safeParse(jsonOf(answer.body));
  const rest = {
    retryAfterMs: retryAfterMs(answer.headers['retry-after'], answer.headers.date),
    epoch: answer.headers[headers.epoch] ?? null,
  };
  if (problem.success) return failed(problem.data.code, { problem: problem.data, ...rest });
  return failed(answer.status >= 500 ? 'server-error' : 'bad-answer', rest);
};

/**
 * Reads an answer. Only one that carries `Network-Api` is the Network's: anything else with a
 * status below 500 is a captive portal, and never a success.
 */
const read = <Schema extends z.ZodMiniType>(
  answer: NetworkAnswer,
  schema: Schema,
): Answered<z.infer<Schema>> => {
  if (!answer.ok) return failed(answer.code);
  if (answer.headers[headers.api] === undefined) {
    return failed(answer.status >= 500 ? 'server-error' : 'captive-portal');
  }
  if (answer.status >= 400) return refused(answer);
  const parsed = schema.safeParse(jsonOf(answer.body));
  const epoch = answer.headers[headers.epoch];
  if (!parsed.success || epoch === undefined) return failed('bad-answer');
  return ok({ value: parsed.data, epoch });
};

/** The Network API over HTTP. */
export const httpTransport = (wire: Wire, gzip: Gzip): Transport => {
  const identity = (who: Partial<Credentials>): Record<string, string> => ({
    accept: 'application/json',
    ...(who.clientId ? { [headers.client]: who.clientId, [headers.schema]: String(schemaVersion) } : {}),
    ...(who.token ? { authorization: `Bearer ${who.token}` } : {}),
  });

  const get = (path: string, who: Partial<Credentials>) =>
    wire({ method: 'GET', path, headers: identity(who), idleTimeoutMs });

  const send = async (method: 'POST' | 'PUT', path: string, who: Partial<Credentials>, text: string) => {
    const plain = new TextEncoder().encode(text);
    const zipped = await gzip(plain);
    const post = (body: Uint8Array<ArrayBuffer>, encoding: Record<string, string>) =>
      wire({
        method,
        path,
        headers: { ...identity(who), 'content-type': 'application/json', ...encoding },
        body,
        idleTimeoutMs,
      });
    if (zipped.length >= plain.length) return post(plain, {});
    const answer = await post(zipped, { 'content-encoding': 'gzip' });
    // A server or proxy that does not take gzip gets the same bytes as they are.
    return answer.ok && answer.status === 415 ? post(plain, {}) : answer;
  };

  return {
    capabilities: async () => read(await get('/v1/capabilities', {}), capabilitiesSchema),
    openSession: async (clientId) =>
      read(await send('POST', '/v1/training/session', { clientId }, '{}'), trainingSessionSchema),
    changes: async (who, since) => {
      const query = since === null ? '' : `?since=${encodeURIComponent(since)}`;
      return read(await get(`/v1/changes${query}`, who), changesSchema);
    },
    mutations: async (who, elements, since) => {
      const place = since === null ? '' : `,"since":${JSON.stringify(since)}`;
      const body = `{"muts":[${elements.join(',')}]${place}}`;
      return read(await send('POST', '/v1/mutations', who, body), mutationsAnswerSchema);
    },
    submit: async (who, id, body) => {
      const text = canonicalJson(body as unknown as Json);
      return read(await send('PUT', `/v1/submissions/${id}`, who, text), receiptSchema);
    },
  };
};
