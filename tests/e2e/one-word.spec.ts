import { expect } from '@playwright/test';
import type { MeteredRequest } from '#tests/support/request-meter.ts';
import { sample } from './documents.ts';
import { test } from './journey.ts';

/** Request line and headers, without the line of the token: its length is the server's affair. */
function headerBytesWithoutToken({ headerBytes, headers }: MeteredRequest): number {
  const token = headers.authorization;
  return headerBytes - (token === undefined ? 0 : `authorization: ${token}\r\n`.length);
}

test('a one-word edit costs one request of at most 300 bytes, and 1 kB with its headers', async ({
  laptop,
  desk,
  atNetwork,
}) => {
  await desk.enter();
  const values = sample('pledge-cities-inclusion-en');
  const { id } = await desk.write('pledge', values);
  const atServer = async () => (await atNetwork.documents()).get(id)?.fields ?? {};
  await expect.poll(async () => (await atServer()).partners, { timeout: 60_000 }).toBe(values.partners);
  // Whatever the last fields still cost belongs to the writing before.
  await expect(desk.page.getByRole('contentinfo')).toContainText('Up to date');

  const edited = String(values.description).replace(' book', ' paperback');
  expect(edited).not.toBe(values.description);
  laptop.cable.forget();
  await desk.text('description').fill(edited);
  await expect.poll(async () => (await atServer()).description, { timeout: 60_000 }).toBe(edited);

  const sent = laptop.cable
    .requests()
    // The read that waits for others' changes is there anyway, and is taken up again after the push.
    .filter(({ method, path }) => method !== 'GET' || (path.startsWith('/v1/') && !path.includes('wait=')));
  expect(sent.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).toEqual([
    'POST /v1/mutations',
  ]);
  const [request] = sent;
  if (request === undefined) throw new Error('nothing was sent');
  const whole = headerBytesWithoutToken(request) + request.bodyBytes;
  const told = `body ${request.bodyBytes} bytes, with headers less Authorization ${whole} bytes`;
  test.info().annotations.push({ type: 'bytes', description: told });
  console.log(`one-word edit: ${told}`);
  expect(request.bodyBytes).toBeLessThanOrEqual(300);
  expect(whole).toBeLessThanOrEqual(1000);
});
