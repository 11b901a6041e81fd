import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import templateKeys from '#resources/template-keys.json' with { type: 'json' };
import { receiptSchema } from '#shared/domain/receipt.ts';
import { capabilitiesSchema } from '#shared/sync/protocol.ts';
import { schemaVersion } from '#shared/sync/protocol-version.ts';
import { DatabaseUnreachableError } from './database.ts';
import { memoryStore } from './memory-store.ts';
import type { Network } from './network.ts';
import { networkApp } from './network-app.ts';
import { aDoc, aSubmission, creation, set, submissionOf, testNetwork } from './testing/builders.ts';
import { fuzzBodies } from './testing/fuzz-suite.ts';
import { ask, problemIn } from './testing/http.ts';

let network: Network;
let app: FastifyInstance;

beforeAll(async () => {
  network = await testNetwork(memoryStore());
  app = await networkApp({ network });
});

afterAll(async () => {
  await app?.close();
  await network?.store.close();
});

const mutate = (body: unknown, headers: Record<string, string> = {}) =>
  ask(app, { method: 'POST', url: '/v1/mutations', body, headers });

describe('who may ask', () => {
  test('capabilities need no token and say what this server speaks', async () => {
    const answer = await ask(app, { url: '/v1/capabilities', headers: { authorization: '' } });
    expect(capabilitiesSchema.parse(answer.json())).toMatchObject({
      api: 1,
      epoch: network.epoch,
      network: 'training',
      templates: ['pledge@1', 'practice@1'],
      encodings: ['gzip'],
    });
    expect(answer.headers).toMatchObject({ 'network-api': '1', 'network-epoch': network.epoch });
  });

  test('without a known token the answer is token-expired, whatever the body', async () => {
    for (const authorization of ['', 'Bearer wrong', 'Basic dGVzdA==', 'Bearer ']) {
      for (const [method, url] of [
        ['GET', '/v1/changes'],
        ['POST', '/v1/mutations'],
        ['PUT', `/v1/submissions/${aSubmission()}`],
        ['GET', `/v1/submissions/${aSubmission()}`],
      ] as const) {
        const answer = await ask(app, {
          method,
          url,
          headers: { authorization },
          ...(method === 'GET' ? {} : { body: '{' }),
        });
        expect(problemIn(answer)).toMatchObject({ status: 401, code: 'token-expired' });
      }
    }
  });

  test('the training session gives a token that works, to loopback peers only', async () => {
    const session = await ask(app, { method: 'POST', url: '/v1/training/session', body: '{}' });
    expect(session.json()).toEqual({
      token: 'the-token-of-training',
      account: { id: 'training', name: 'Training' },
    });
    const elsewhere = await app.inject({
      method: 'POST',
      url: '/v1/training/session',
      remoteAddress: '192.0.2.7',
    });
    expect(problemIn(elsewhere).code).toBe('forbidden');
    const rebound = await app.inject({
      method: 'POST',
      url: '/v1/training/session',
      headers: { host: 'attacker.example' },
    });
    expect(problemIn(rebound).code).toBe('forbidden');
  });

  test('mutations need a client id in its proper form', async () => {
    for (const client of ['', 'me', '7F1B1F5E-1111-4111-8111-111111111111']) {
      const answer = await mutate({ muts: [creation(aDoc(), [])] }, { 'network-client': client });
      expect(problemIn(answer)).toMatchObject({ status: 400, code: 'malformed' });
    }
  });

  test('a client of another epoch or wire schema is told so before anything is written', async () => {
    const body = { muts: [creation(aDoc(), [])] };
    const otherEpoch = await mutate(body, { 'network-epoch': '7f1b1f5e-1111-4111-8111-111111111111' });
    expect(problemIn(otherEpoch)).toMatchObject({ status: 409, code: 'epoch-changed' });
    const otherSchema = await mutate(body, { 'network-schema': String(schemaVersion + 1) });
    expect(problemIn(otherSchema)).toMatchObject({ status: 409, code: 'schema-unsupported' });
    const agreed = await mutate(body, { 'network-epoch': network.epoch, 'network-schema': '1' });
    expect(agreed.json()).toMatchObject({ outcomes: [{ outcome: 'applied' }] });
  });
});

describe('bodies', () => {
  test('a gzipped body is the same as a plain one', async () => {
    const body = gzipSync(JSON.stringify({ muts: [creation(aDoc(), [set('title', 'zip')])] }));
    const answer = await mutate(body, { 'content-encoding': 'gzip' });
    expect(answer.json()).toMatchObject({ outcomes: [{ outcome: 'applied', rev: 1 }] });
  });

  test('a bomb is stopped while it inflates, a long body before it is read', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const bombed = await mutate(bomb, { 'content-encoding': 'gzip' });
    expect(problemIn(bombed)).toMatchObject({ status: 413, code: 'batch-too-large', max: 262_144 });
    const long = await mutate(JSON.stringify({ muts: 'x'.repeat(10_000_000) }));
    expect(problemIn(long)).toMatchObject({ status: 413, code: 'batch-too-large', max: 262_144 });
  });

  test('other encodings and content types are named', async () => {
    const brotli = await mutate('{}', { 'content-encoding': 'br' });
    expect(problemIn(brotli)).toMatchObject({ status: 415, code: 'unsupported-encoding' });
    const text = await mutate('{}', { 'content-type': 'text/plain' });
    expect(problemIn(text)).toMatchObject({ status: 415, code: 'unsupported-encoding' });
  });

  test('broken gzip, UTF-8 and JSON are malformed', async () => {
    const gzip = await mutate(randomBytes(40), { 'content-encoding': 'gzip' });
    expect(problemIn(gzip).detail).toBe('the body is not gzip');
    expect(problemIn(await mutate(Buffer.from([0x22, 0xff, 0x22]))).detail).toBe('the body is not UTF-8');
    expect(problemIn(await mutate('{"muts":')).detail).toBe('the body is not JSON');
    expect(problemIn(await mutate('')).status).toBe(400);
  });

  const onText = (value: string) => `{"muts":[{"doc":"${aDoc()}","n":1,
    "create":{"kind":"pledge","template":"pledge@1"},
    "ops":[{"f":"title","fr":0,"op":"set","v":${value}}]}]}`;

  test('what cannot be kept exactly is refused with the path to it', async () => {
    const bad = {
      'a lone surrogate': '"\\ud800"',
      NUL: '"a\\u0000b"',
      'a 300-digit amount': '9'.repeat(300),
      'a fraction': '0.5',
      'more digits than a double has': '9007199254740993',
      'a member twice': '["PE","PE"]',
      'a strange object': '{"minor":1}',
      null: 'null',
      'a text of 262145 bytes': JSON.stringify('é'.repeat(131_073)),
    };
    for (const value of Object.values(bad)) {
      const answer = await mutate(gzipSync(onText(value)), { 'content-encoding': 'gzip' });
      expect(problemIn(answer)).toMatchObject({ status: 400, code: 'malformed' });
      expect(problemIn(answer).detail).toContain('body/muts/0/ops/0/v');
    }
  });

  test('counters beyond what is exact, unknown keys and unknown kinds are malformed', async () => {
    const element = { doc: aDoc(), n: 1, ops: [] };
    for (const muts of [
      [{ ...element, n: 2 ** 63 }],
      [{ ...element, n: 0 }],
      [{ ...element, extra: 1 }],
      [{ ...element, doc: '../etc/passwd' }],
      [{ ...element, create: { kind: 'poem', template: 'poem@1' } }],
      [{ ...element, ops: [{ f: 'Title', fr: 0, op: 'del' }] }],
      [{ ...element, ops: [{ f: 'title', fr: 0, op: 'drop' }] }],
      [],
    ]) {
      expect(problemIn(await mutate({ muts }))).toMatchObject({ status: 400, code: 'malformed' });
    }
  });

  test('queries and addresses that do not fit are malformed or not found', async () => {
    for (const url of [
      '/v1/changes?limit=0',
      '/v1/changes?limit=1e9',
      '/v1/changes?since=%00',
      '/v1/changes?unknown=1',
      '/v1/submissions/not-an-id',
      '/v1/templates/..%2f..%2fpackage.json',
      '/v1/%E0%A4%A',
    ]) {
      expect(problemIn(await ask(app, { url }))).toMatchObject({ status: 400, code: 'malformed' });
    }
    for (const url of ['/v1/nothing', '/v1/templates/pledge@9', '/__faults', '/__faults/log', '/']) {
      expect(problemIn(await ask(app, { url })).status).toBe(404);
    }
  });
});

describe('answers', () => {
  test('a whole round: draft, submit, the same receipt again to the byte, and by GET', async () => {
    const doc = aDoc();
    await mutate({ muts: [creation(doc, [set('title', 'Round')])] });
    const url = `/v1/submissions/${aSubmission()}`;
    const body = submissionOf(doc, { title: 'Round' });
    const first = await ask(app, { method: 'PUT', url, body });
    expect(first.statusCode).toBe(201);
    expect(receiptSchema.parse(first.json())).toMatchObject({ doc, rev: 1, round: 1 });
    const again = await ask(app, { method: 'PUT', url, body });
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    const asked = await ask(app, { url });
    expect([asked.statusCode, asked.body]).toEqual([200, first.body]);
  });

  test('findings of a refused submission travel in the problem', async () => {
    const doc = aDoc();
    await mutate({ muts: [creation(doc, [])] });
    const body = submissionOf(doc, {});
    const answer = await ask(app, { method: 'PUT', url: `/v1/submissions/${aSubmission()}`, body });
    expect(problemIn(answer)).toMatchObject({
      status: 422,
      code: 'validation',
      findings: [{ path: 'title', code: 'required', severity: 'error' }],
    });
  });

  test('a template is served as its file, for good', async () => {
    const answer = await ask(app, { url: '/v1/templates/pledge@1', headers: { authorization: '' } });
    expect(answer.body).toBe(network.templates.fileOf('pledge@1'));
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  test('[FO1] its signature is by the key of the practice Network that laptops pin', async () => {
    const answer = await ask(app, { url: '/v1/templates/pledge@1', headers: { authorization: '' } });
    const [pinned] = templateKeys.training;
    expect(answer.headers['template-key']).toBe(pinned?.id);
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(pinned?.key ?? '', 'base64').toString('base64url') },
      format: 'jwk',
    });
    const signature = Buffer.from(String(answer.headers['template-signature']), 'base64');
    expect(verify(null, answer.rawPayload, key, signature)).toBe(true);
  });

  test('long answers are gzipped for those who take it, and only for them', async () => {
    const url = '/v1/templates/pledge@1';
    const plain = await ask(app, { url });
    const zipped = await ask(app, { url, headers: { 'accept-encoding': 'br, gzip' } });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body);
    const refused = await ask(app, { url, headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  test('a database that is gone is unavailable, with a time to come back', async () => {
    const broken = await networkApp({
      network: {
        ...network,
        store: {
          ...network.store,
          snapshot: () => Promise.reject(new DatabaseUnreachableError('gone')),
        },
      },
    });
    const answer = await ask(broken, { url: '/v1/changes' });
    expect(problemIn(answer)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.headers['retry-after']).toBe('2');
    await broken.close();
  });
});

describe('openapi.json', () => {
  const described = async () => {
    const answer = await ask(app, { url: '/openapi.json', headers: { authorization: '' } });
    return answer.json() as {
      openapi: string;
      paths: Record<
        string,
        Record<
          string,
          {
            responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
            requestBody?: unknown;
            parameters?: { name: string; in: string }[];
          }
        >
      >;
    };
  };

  test('it holds every route of the API with the schemas of its answers and bodies', async () => {
    const { openapi, paths } = await described();
    expect(openapi).toBe('3.1.0');
    // Files travel as bytes, by tus and by ranges: the contract asks what they promise.
    const ofJson = Object.entries(paths).filter(([path]) => !/^\/v1\/(blobs|uploads)/.test(path));
    const routes = ofJson.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({
        route: `${method.toUpperCase()} ${path}`,
        answers: Object.keys(route.responses).filter((status) => route.responses[status]?.content),
        body: route.requestBody !== undefined,
        parameters: (route.parameters ?? []).map((parameter) => parameter.name).sort(),
      })),
    );
    const refusals = ['4XX', '5XX'];
    for (const { route, answers } of routes) {
      expect(answers, route).toEqual(expect.arrayContaining(refusals));
      expect(answers.length, route).toBeGreaterThan(refusals.length);
    }
    expect(routes.map(({ route, body, parameters }) => [route, body, parameters.join(' ')]).sort()).toEqual([
      ['DELETE /v1/docs/{id}', false, 'id network-epoch network-schema'],
      ['DELETE /v1/docs/{id}/members/{account}', false, 'account id network-epoch network-schema'],
      ['DELETE /v1/submissions/{id}', false, 'id network-epoch network-schema'],
      ['GET /v1/capabilities', false, ''],
      ['GET /v1/changes', false, 'limit network-epoch network-schema since wait'],
      ['GET /v1/docs/{id}', false, 'id network-epoch network-schema'],
      ['GET /v1/docs/{id}/rounds/{round}', false, 'id network-epoch network-schema round'],
      ['GET /v1/submissions/{id}', false, 'id network-epoch network-schema'],
      ['GET /v1/templates/{ref}', false, 'ref'],
      ['POST /v1/mutations', true, 'network-client network-epoch network-schema on-behalf-of'],
      ['POST /v1/training/session', true, ''],
      ['PUT /v1/comments/{id}', true, 'id network-epoch network-schema'],
      ['PUT /v1/decisions/{id}', true, 'id network-epoch network-schema'],
      ['PUT /v1/docs/{id}/members/{account}', true, 'account id network-epoch network-schema'],
      ['PUT /v1/endorsements/{id}', true, 'id network-epoch network-schema'],
      ['PUT /v1/invitations/{id}', true, 'id network-epoch network-schema'],
      ['PUT /v1/submissions/{id}', true, 'id network-epoch network-schema on-behalf-of'],
    ]);
  });

  test('the schemas are those that validate', async () => {
    const text = JSON.stringify(await described());
    expect(text).toContain('"receiptNo"');
    expect(text).toContain('"already-submitted"');
    expect(text).toContain('"maxItems":1000');
  });
});

fuzzBodies(() => app);
