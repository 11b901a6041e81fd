import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { NetworkAnswer, NetworkRequest } from '#shared/ipc/channels.ts';
import { submissionId } from '#shared/sync/test-documents.ts';
import { httpTransport } from './http-transport.ts';

const who = { clientId: 'c', token: 't', epoch: 'e1' };
const bytes = (text: string) => new TextEncoder().encode(text);
const network = { 'network-api': '1', 'network-epoch': 'e1' };

type Reply = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string };

const over = (reply: Reply | Extract<NetworkAnswer, { ok: false }>) => {
  const sent: NetworkRequest[] = [];
  const transport = httpTransport(
    async (request): Promise<NetworkAnswer> => {
      sent.push(request);
      if ('ok' in reply) return reply;
      const { status = 200, headers = network, body = '{}' } = reply;
      return { ok: true, status, headers, body: bytes(body) };
    },
    async (plain) => Uint8Array.from(gzipSync(plain)),
  );
  return { transport, sent };
};

const page = '{"cursor":"c2","hasMore":false,"docs":[]}';

test('an answer of the Network comes with the epoch that it named', async () => {
  const { transport } = over({ body: page });
  expect(await transport.changes(who, null)).toEqual({
    ok: true,
    value: { value: { cursor: 'c2', hasMore: false, docs: [], unread: [] }, epoch: 'e1' },
  });
});

test.each<readonly [string, Reply | Extract<NetworkAnswer, { ok: false }>, string]>([
  ['a page of a hotel that answers 200', { headers: {}, body: '<html>Sign in</html>' }, 'captive-portal'],
  ['a redirect page with 403', { status: 403, headers: {}, body: 'no' }, 'captive-portal'],
  ['a broken proxy', { status: 502, headers: {}, body: '' }, 'server-error'],
  ['a server error of the Network', { status: 500, body: '{}' }, 'server-error'],
  ['an answer that does not fit its schema', { body: '{"cursor":1}' }, 'bad-answer'],
  ['an answer that was cut', { body: page.slice(0, 20) }, 'bad-answer'],
  ['an answer without an epoch', { headers: { 'network-api': '1' }, body: page }, 'bad-answer'],
  ['a link that is down', { ok: false, code: 'dns', detail: '' }, 'dns'],
])('%s is %s', async (_, reply, code) => {
  const answer = await over(reply).transport.changes(who, null);
  expect(answer).toMatchObject({ ok: false, error: { failure: { code } } });
});

test.each([
  ['120', undefined, 120_000],
  ['Thu, 05 Mar 2026 16:20:30 GMT', 'Thu, 05 Mar 2026 16:20:00 GMT', 30_000],
  ['soon', undefined, null],
])('Retry-After "%s" is waited for', async (retryAfter, date, expected) => {
  const headers = { ...network, 'retry-after': retryAfter, ...(date ? { date } : {}) };
  const problem = { type: 'about:blank', title: 'Busy', status: 503, code: 'unavailable' };
  const answer = await over({ status: 503, headers, body: JSON.stringify(problem) }).transport.capabilities();
  expect(answer).toMatchObject({
    ok: false,
    error: { failure: { code: 'unavailable' }, retryAfterMs: expected, problem: { status: 503 } },
  });
});

test('frozen elements go on the wire byte for byte', async () => {
  const { transport, sent } = over({ body: '{"outcomes":[]}' });
  await transport.mutations(who, ['{"doc":"a","n":1,"ops":[]}', '{"doc":"b","n":4,"ops":[]}'], 'c"1');
  expect(gunzipSync(sent[0]?.body ?? bytes('')).toString()).toBe(
    '{"muts":[{"doc":"a","n":1,"ops":[]},{"doc":"b","n":4,"ops":[]}],"since":"c\\"1"}',
  );
});

test('a body is compressed only where that makes it smaller, and says so', async () => {
  const { transport, sent } = over({ body: '{"outcomes":[]}' });
  await transport.mutations(who, [JSON.stringify({ text: 'word '.repeat(200) })], null);
  await transport.mutations(who, ['{}'], null);
  expect(sent.map((request) => request.headers['content-encoding'])).toEqual(['gzip', undefined]);
});

test('the token goes only into the Authorization header', async () => {
  const { transport, sent } = over({ status: 404, body: '{}' });
  const body = { doc: 'd', rev: 1, round: 1, contentHash: 'h', attachments: [], template: 'pledge@1' };
  await transport.submit(who, submissionId, body as never);
  const [request] = sent;
  expect(request?.headers.authorization).toBe('Bearer t');
  expect(request?.path).toBe(`/v1/submissions/${submissionId}`);
  expect(new TextDecoder().decode(request?.body)).not.toContain('"t"');
});

test('[VE6] a document that this version cannot read is left out by name, and the rest of the page counts', async () => {
  const id = '019cb73d-3271-7f11-9e13-956bff78fc1a';
  const known = {
    id: '019cb73d-3271-7f11-9e13-956bff78fc1b',
    kind: 'pledge',
    template: 'pledge@1',
    rev: 1,
    stage: 'draft',
    round: 1,
    fields: { title: { p: [[0, 0, 'x']], from: 1, h: '0123456789abcdef', fr: 2 } },
  };
  const body = JSON.stringify({
    cursor: 'c2',
    hasMore: false,
    docs: [{ ...known, id, kind: 'treaty', stage: 'ratified' }, known],
  });
  const answer = await over({ body }).transport.changes(who, null);
  expect(answer).toMatchObject({ ok: true, value: { value: { docs: [known], unread: [id] } } });
});

test('a problem whose code this version does not know counts by its status', async () => {
  const body = JSON.stringify({ type: 'about:blank', title: 'New', status: 429, code: 'rest-a-little' });
  const answer = await over({ status: 429, body }).transport.capabilities();
  expect(answer).toMatchObject({ ok: false, error: { failure: { code: 'too-many-requests' } } });
});

test('a Network that does not take gzip is not tried with it again', async () => {
  const { transport, sent } = over({ status: 415, body: '{}' });
  const long = [JSON.stringify({ text: 'word '.repeat(200) })];
  await transport.mutations(who, long, null);
  await transport.mutations(who, long, null);
  expect(sent.map((request) => request.headers['content-encoding'])).toEqual(['gzip', undefined, undefined]);
});

test('[FO1] a form comes as its exact bytes, with the key and signature that were told, or empty ones', async () => {
  const body = '{ "kind": "pledge",\n"version": 3 }';
  const told = { 'template-key': 'k1', 'template-signature': 'AAAA' };
  const { transport, sent } = over({ headers: { ...network, ...told }, body });
  const answer = await transport.template('pledge@3');
  expect(sent[0]).toMatchObject({ method: 'GET', path: '/v1/templates/pledge@3' });
  expect(answer).toMatchObject({
    ok: true,
    value: { value: { keyId: 'k1', signature: 'AAAA' }, epoch: 'e1' },
  });
  expect(answer.ok && new TextDecoder().decode(answer.value.value.bytes)).toBe(body);
  const unsigned = await over({ body }).transport.template('pledge@3');
  expect(unsigned).toMatchObject({ ok: true, value: { value: { keyId: '', signature: '' } } });
});
