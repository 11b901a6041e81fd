import { describe, expect, test } from 'vitest';
import { type MeteredRequest, requestMeter } from './request-meter.ts';

const wire = [
  'POST /v1/mutations HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello',
  'GET /v1/changes?since=x HTTP/1.1\r\nHost: a\r\n\r\n',
  'PUT /v1/x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n',
].join('');

function meter(pieces: readonly string[]): MeteredRequest[] {
  const seen: MeteredRequest[] = [];
  const read = requestMeter((request) => seen.push(request));
  for (const piece of pieces) read(Buffer.from(piece, 'latin1'));
  return seen;
}

describe('the request meter', () => {
  test('counts headers and bodies of each request', () => {
    expect(
      meter([wire]).map(({ method, path, headerBytes, bodyBytes }) => [method, path, headerBytes, bodyBytes]),
    ).toEqual([
      ['POST', '/v1/mutations', 59, 5],
      ['GET', '/v1/changes?since=x', 45, 0],
      ['PUT', '/v1/x', 50, 5],
    ]);
  });

  test('sees the same requests however the bytes are cut', () => {
    const whole = meter([wire]);
    for (let cut = 1; cut < wire.length; cut++) {
      expect(meter([wire.slice(0, cut), wire.slice(cut)])).toEqual(whole);
    }
    expect(meter([...wire])).toEqual(whole);
  });
});
