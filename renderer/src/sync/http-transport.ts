import * as z from 'zod/mini';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { commentSchema } from '#shared/domain/review.ts';
import type { NetworkAnswer, NetworkRequest } from '#shared/ipc/channels.ts';
import { err, ok } from '#shared/result.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import {
  cancelledSchema,
  capabilitiesSchema,
  type DocChange,
  deletedSchema,
  docChangeSchema,
  membersAnswerSchema,
  outcomeSchema,
  problemSchema,
  submittedContentSchema,
  trainingSessionSchema,
} from '#shared/sync/protocol.ts';
import { headers, schemaVersion } from '#shared/sync/protocol-version.ts';
import type { Abort, Answered, Credentials, Page, RequestFailure, Transport } from './ports.ts';

/** The part of the shell that carries requests; `abort` ends one that waits. */
export type Wire = (request: NetworkRequest, abort?: Abort) => Promise<NetworkAnswer>;

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

/** A problem of a newer server may have a code that this version does not know: its status says enough. */
const nearestCode = (status: number): RequestFailure['failure']['code'] => {
  if (status === 401) return 'token-expired';
  if (status === 429) return 'too-many-requests';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'server-error' : 'bad-answer';
};

const refused = (answer: Extract<NetworkAnswer, { ok: true }>) => {
  const problem = problemSchema.safeParse(jsonOf(answer.body));
  const rest = {
    retryAfterMs: retryAfterMs(answer.headers['retry-after'], answer.headers.date),
    epoch: answer.headers[headers.epoch] ?? null,
  };
  if (problem.success) return failed(problem.data.code, { problem: problem.data, ...rest });
  return failed(nearestCode(answer.status), rest);
};

/**
 * What came back, if it came from the Network. Only one that carries `Network-Api` is the Network's: anything else with a
 * status below 500 is a captive portal, and never a success.
 */
const hear = (answer: NetworkAnswer): Answered<Extract<NetworkAnswer, { ok: true }>> => {
  if (!answer.ok) return failed(answer.code);
  if (answer.headers[headers.api] === undefined) {
    return failed(answer.status >= 500 ? 'server-error' : 'captive-portal');
  }
  if (answer.status >= 400) return refused(answer);
  const epoch = answer.headers[headers.epoch];
  return epoch === undefined ? failed('bad-answer') : ok({ value: answer, epoch });
};

/** What came back, read by its schema. */
const read = <Schema extends z.ZodMiniType>(
  answer: NetworkAnswer,
  schema: Schema,
  sentBytes?: number,
): Answered<z.infer<Schema>> => {
  const heard = hear(answer);
  if (!heard.ok) return heard;
  const parsed = schema.safeParse(jsonOf(heard.value.value.body));
  if (!parsed.success) return failed('bad-answer');
  return ok({ ...heard.value, value: parsed.data, ...(sentBytes === undefined ? {} : { sentBytes }) });
};

/** A page before its documents are read one by one. */
const pageSchema = z.object({
  cursor: z.string(),
  hasMore: z.boolean(),
  docs: z.array(z.looseObject({ id: docIdSchema })),
});

/**
 * A page of the feed. A document that this version cannot read is left out and named, so that it is asked for
 * again by a later one (VE6).
 */
const pageOf = (told: unknown): Page | undefined => {
  const page = pageSchema.safeParse(told);
  if (!page.success) return undefined;
  const docs: DocChange[] = [];
  const unread: DocId[] = [];
  for (const document of page.data.docs) {
    const parsed = docChangeSchema.safeParse(document);
    if (parsed.success) docs.push(parsed.data);
    else unread.push(document.id);
  }
  return { cursor: page.data.cursor, hasMore: page.data.hasMore, docs, unread };
};

const readPage = (answer: NetworkAnswer): Answered<Page> => {
  const told = read(answer, z.unknown());
  if (!told.ok) return told;
  const page = pageOf(told.value.value);
  return page === undefined ? failed('bad-answer') : ok({ ...told.value, value: page });
};

/** What the answer to a push carries; its page is read as one of the feed is. */
const pushAnswerSchema = z.object({
  outcomes: z.array(outcomeSchema),
  changes: z.exactOptional(z.unknown()),
});

const base64 = (text: string): string => btoa(text);
const base64OfBytes = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const hexBytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const tus = { 'tus-resumable': '1.0.0' };

/** The Network API over HTTP. */
export const httpTransport = (wire: Wire, gzip: Gzip): Transport => {
  /** A server or proxy that does not take gzip is not tried with it again. */
  let takesGzip = true;

  const identity = (who: Partial<Credentials>): Record<string, string> => ({
    accept: 'application/json',
    ...(who.clientId ? { [headers.client]: who.clientId, [headers.schema]: String(schemaVersion) } : {}),
    ...(who.token ? { authorization: `Bearer ${who.token}` } : {}),
    ...(who.epoch ? { [headers.epoch]: who.epoch } : {}),
    ...(who.onBehalfOf ? { [headers.onBehalfOf]: encodeURIComponent(who.onBehalfOf) } : {}),
  });

  const get = (path: string, who: Partial<Credentials>, more: Record<string, string> = {}) =>
    wire({ method: 'GET', path, headers: { ...identity(who), ...more }, idleTimeoutMs });

  const remove = (path: string, who: Credentials) =>
    wire({ method: 'DELETE', path, headers: identity(who), idleTimeoutMs });

  const send = async (
    method: 'POST' | 'PUT',
    path: string,
    who: Partial<Credentials>,
    text: string,
  ): Promise<{ readonly answer: NetworkAnswer; readonly sentBytes: number }> => {
    const plain = new TextEncoder().encode(text);
    const zipped = takesGzip ? await gzip(plain) : plain;
    const post = async (body: Uint8Array<ArrayBuffer>, encoding: Record<string, string>) => ({
      answer: await wire({
        method,
        path,
        headers: { ...identity(who), 'content-type': 'application/json', ...encoding },
        body,
        idleTimeoutMs,
      }),
      sentBytes: body.length,
    });
    if (zipped.length >= plain.length) return post(plain, {});
    const sent = await post(zipped, { 'content-encoding': 'gzip' });
    if (!sent.answer.ok || sent.answer.status !== 415) return sent;
    takesGzip = false;
    return post(plain, {});
  };

  const put = async <Schema extends z.ZodMiniType>(
    path: string,
    who: Credentials,
    body: unknown,
    schema: Schema,
  ): Promise<Answered<z.infer<Schema>>> =>
    read((await send('PUT', path, who, canonicalJson(body as Json))).answer, schema);

  const headerOf = (
    answered: Answered<Extract<NetworkAnswer, { ok: true }>>,
    name: string,
  ): Answered<string> => {
    if (!answered.ok) return answered;
    const value = answered.value.value.headers[name];
    return value === undefined ? failed('bad-answer') : ok({ ...answered.value, value });
  };

  const offsetIn = (answer: NetworkAnswer): Answered<number> => {
    const offset = headerOf(hear(answer), 'upload-offset');
    if (!offset.ok) return offset;
    const count = Number(offset.value.value);
    return Number.isSafeInteger(count) ? ok({ ...offset.value, value: count }) : failed('bad-answer');
  };

  return {
    capabilities: async () => read(await get('/v1/capabilities', {}), capabilitiesSchema),
    template: async (ref) => {
      const heard = hear(await get(`/v1/templates/${ref}`, {}));
      if (!heard.ok) return heard;
      const { body, headers: told } = heard.value.value;
      const value = {
        bytes: Uint8Array.from(body),
        keyId: told[headers.templateKey] ?? '',
        signature: told[headers.templateSignature] ?? '',
      };
      return ok({ ...heard.value, value });
    },
    openSession: async (clientId) =>
      read((await send('POST', '/v1/training/session', { clientId }, '{}')).answer, trainingSessionSchema),
    changes: async (who, since, wait) => {
      const asked = [
        ...(since === null ? [] : [`since=${encodeURIComponent(since)}`]),
        ...(wait === undefined ? [] : [`wait=${wait.seconds}`]),
      ];
      const query = asked.length === 0 ? '' : `?${asked.join('&')}`;
      const idleMs = idleTimeoutMs + (wait?.seconds ?? 0) * 1000;
      return readPage(
        await wire(
          { method: 'GET', path: `/v1/changes${query}`, headers: identity(who), idleTimeoutMs: idleMs },
          wait?.abort,
        ),
      );
    },
    document: async (who, id) => read(await get(`/v1/docs/${id}`, who), docChangeSchema),
    mutations: async (who, elements, since) => {
      const place = since === null ? '' : `,"since":${JSON.stringify(since)}`;
      const body = `{"muts":[${elements.join(',')}]${place}}`;
      const { answer, sentBytes } = await send('POST', '/v1/mutations', who, body);
      const told = read(answer, pushAnswerSchema, sentBytes);
      if (!told.ok) return told;
      const { outcomes, changes } = told.value.value;
      if (changes === undefined) return ok({ ...told.value, value: { outcomes } });
      const page = pageOf(changes);
      return page === undefined
        ? failed('bad-answer')
        : ok({ ...told.value, value: { outcomes, changes: page } });
    },
    submit: (who, id, body) => put(`/v1/submissions/${id}`, who, body, receiptSchema),
    cancelSubmission: async (who, id) => read(await remove(`/v1/submissions/${id}`, who), cancelledSchema),
    submitted: async (who, id, round) =>
      read(await get(`/v1/docs/${id}/rounds/${round}`, who), submittedContentSchema),
    comment: (who, body) => put(`/v1/comments/${body.comment.id}`, who, body, commentSchema),
    deleteDocument: async (who, id) => read(await remove(`/v1/docs/${id}`, who), deletedSchema),
    invite: (who, id, body) => put(`/v1/invitations/${id}`, who, body, membersAnswerSchema),
    setMember: (who, id, account, role) =>
      put(`/v1/docs/${id}/members/${encodeURIComponent(account)}`, who, { role }, membersAnswerSchema),
    removeMember: async (who, id, account) =>
      read(await remove(`/v1/docs/${id}/members/${encodeURIComponent(account)}`, who), membersAnswerSchema),

    hasFile: async (who, sha256) => {
      const answer = await wire({
        method: 'HEAD',
        path: `/v1/blobs/${sha256}`,
        headers: identity(who),
        idleTimeoutMs,
      });
      // A HEAD has no body in which a problem could be named.
      if (answer.ok && answer.status === 404 && answer.headers[headers.api] !== undefined) {
        return ok({ value: false, epoch: answer.headers[headers.epoch] ?? '' });
      }
      const heard = hear(answer);
      return heard.ok ? ok({ ...heard.value, value: true }) : heard;
    },
    createUpload: async (who, { sha256, type, sizeBytes }) => {
      const answer = await wire({
        method: 'POST',
        path: '/v1/uploads',
        headers: {
          ...identity(who),
          ...tus,
          'upload-length': String(sizeBytes),
          'upload-metadata': `sha256 ${base64(sha256)},filetype ${base64(type)}`,
        },
        idleTimeoutMs,
      });
      const location = headerOf(hear(answer), 'location');
      if (!location.ok) return location;
      const path = /\/v1\/uploads\/[A-Za-z0-9_-]+$/.exec(location.value.value)?.[0];
      return path === undefined ? failed('bad-answer') : ok({ ...location.value, value: path });
    },
    uploadOffset: async (who, upload) => {
      const answer = await wire({
        method: 'HEAD',
        path: upload,
        headers: { ...identity(who), ...tus },
        idleTimeoutMs,
      });
      if (
        answer.ok &&
        (answer.status === 404 || answer.status === 410) &&
        answer.headers[headers.api] !== undefined
      ) {
        return failed('not-found', { epoch: answer.headers[headers.epoch] ?? null });
      }
      return offsetIn(answer);
    },
    uploadChunk: async (who, upload, offset, bytes) =>
      offsetIn(
        await wire({
          method: 'PATCH',
          path: upload,
          headers: {
            ...identity(who),
            ...tus,
            'content-type': 'application/offset+octet-stream',
            'upload-offset': String(offset),
            'upload-checksum': `sha256 ${base64OfBytes(hexBytes(sha256HexOfBytes(bytes)))}`,
          },
          body: bytes,
          idleTimeoutMs,
        }),
      ),
    fileBytes: async (who, sha256, from, length) => {
      const range = `bytes=${from}-${from + length - 1}`;
      const heard = hear(await get(`/v1/blobs/${sha256}`, who, { range }));
      return heard.ok ? ok({ ...heard.value, value: Uint8Array.from(heard.value.value.body) }) : heard;
    },
  };
};
