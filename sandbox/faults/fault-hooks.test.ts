import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { memoryStore } from '../memory-store.ts';
import type { Network } from '../network.ts';
import { networkApp } from '../network-app.ts';
import { aDoc, aSubmission, creation, set, submissionOf, testNetwork } from '../testing/builders.ts';
import { memberHeaders } from '../testing/http.ts';
import { type Fault, type LoggedRequest, makeFaultBox } from './fault-box.ts';

let network: Network;
let app: FastifyInstance;
let base: string;

beforeAll(async () => {
  network = await testNetwork(memoryStore());
  app = await networkApp({ network, faults: makeFaultBox() });
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await app?.close();
  await network?.store.close();
});

beforeEach(async () => {
  expect((await fetch(`${base}/__faults`, { method: 'DELETE' })).status).toBe(204);
});

const put = (path: string, body: unknown) =>
  fetch(`${base}${path}`, { method: 'PUT', headers: memberHeaders, body: JSON.stringify(body) });

const switchOn = async (...faults: Fault[]) => {
  const answer = await put('/__faults', faults);
  expect(await answer.json()).toEqual(faults);
};

const logged = async (): Promise<LoggedRequest[]> => {
  const answer = await fetch(`${base}/__faults/log`);
  return (await answer.json()) as LoggedRequest[];
};

const changes = () => fetch(`${base}/v1/changes`, { headers: memberHeaders });

const draft = async () => {
  const doc = aDoc();
  const answer = await fetch(`${base}/v1/mutations`, {
    method: 'POST',
    headers: memberHeaders,
    body: JSON.stringify({ muts: [creation(doc, [set('title', 'T')])] }),
  });
  expect(answer.status).toBe(200);
  return doc;
};

test('drop-answer: the work is done, the answer never comes, the next try gets the receipt', async () => {
  const doc = await draft();
  const url = `/v1/submissions/${aSubmission()}`;
  const body = submissionOf(doc, { title: 'T' });
  await switchOn({ kind: 'drop-answer', match: 'PUT /v1/submissions/', times: 1 });
  await expect(put(url, body)).rejects.toThrow();
  const again = await put(url, body);
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ doc });
  const receipt = JSON.parse(await (await put(url, body)).text()) as { receiptNo: string };
  expect(receipt.receiptNo).toMatch(/-00001$/);
});

test('truncate: half of the body, then nothing', async () => {
  await draft();
  await switchOn({ kind: 'truncate', times: 1 });
  await expect(changes().then((answer) => answer.text())).rejects.toThrow();
  expect((await changes()).status).toBe(200);
});

test('status: refused before any work', async () => {
  await switchOn({ kind: 'status', status: 503, times: 1 });
  const refused = await put(`/v1/submissions/${aSubmission()}`, submissionOf(aDoc(), {}));
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(await refused.json()).toMatchObject({ code: 'unavailable', status: 503 });
});

test('captive-portal: a page that is not the Network', async () => {
  await switchOn({ kind: 'captive-portal', match: 'GET /v1/changes' });
  const answer = await changes();
  expect([answer.status, answer.headers.get('network-api')]).toEqual([200, null]);
  expect(answer.headers.get('content-type')).toContain('text/html');
});

test('delay: the answer comes all the same', async () => {
  await switchOn({ kind: 'delay', delayMs: 5, times: 1 });
  expect((await changes()).headers.get('network-api')).toBe('1');
});

test('the log tells sizes and ends of the requests of the API', async () => {
  await switchOn({ kind: 'drop-answer', match: 'GET /v1/changes', times: 1 });
  await expect(changes()).rejects.toThrow();
  await draft();
  await vi.waitFor(async () => expect(await logged()).toHaveLength(2));
  const [dropped, pushed] = await logged();
  expect(dropped).toMatchObject({
    method: 'GET',
    path: '/v1/changes',
    status: null,
    fault: 'drop-answer',
    bodyBytes: 0,
  });
  expect(pushed).toMatchObject({ method: 'POST', path: '/v1/mutations', status: 200, fault: null });
  expect(dropped?.authorizationBytes).toBe('authorization: Bearer the-token-of-training\r\n'.length);
  expect(pushed?.headerBytes).toBeGreaterThan(pushed?.authorizationBytes ?? 0);
  expect(pushed?.bodyBytes).toBe(JSON.stringify({ muts: [creation(aDoc(), [set('title', 'T')])] }).length);
});

test('a list that makes no sense is malformed and changes nothing', async () => {
  await switchOn({ kind: 'truncate', match: 'GET /v1/nowhere' });
  const refused = await put('/__faults', [{ kind: 'explode' }]);
  expect(refused.status).toBe(400);
  const listed = await fetch(`${base}/__faults`);
  expect(await listed.json()).toEqual([{ kind: 'truncate', match: 'GET /v1/nowhere' }]);
});
