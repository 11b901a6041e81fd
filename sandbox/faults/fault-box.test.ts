import { expect, test } from 'vitest';
import { faultListSchema, makeFaultBox } from './fault-box.ts';

test('a fault meets the requests that match, as often as it was told', () => {
  const box = makeFaultBox();
  box.set([
    { kind: 'drop-answer', match: 'PUT /v1/submissions/', times: 2 },
    { kind: 'status', status: 503, match: 'GET /v1/changes' },
  ]);
  const meets = (method: string, path: string) => box.take(method, path)?.kind ?? null;
  expect(meets('GET', '/v1/submissions/1')).toBe(null);
  expect(meets('PUT', '/v1/submissions/1')).toBe('drop-answer');
  expect(box.list()[0]).toEqual({ kind: 'drop-answer', match: 'PUT /v1/submissions/', times: 1 });
  expect(meets('PUT', '/v1/submissions/1')).toBe('drop-answer');
  expect(meets('PUT', '/v1/submissions/1')).toBe(null);
  expect(meets('GET', '/v1/changes?since=1')).toBe('status');
  expect(meets('GET', '/v1/changes?since=1')).toBe('status');
  box.clear();
  expect(meets('GET', '/v1/changes')).toBe(null);
});

test('a list with a fault that is none is refused', () => {
  for (const fault of [
    { kind: 'explode' },
    { kind: 'status' },
    { kind: 'status', status: 200 },
    { kind: 'delay', delayMs: -1 },
    { kind: 'truncate', match: 'everything' },
    { kind: 'truncate', times: 0 },
  ]) {
    expect(faultListSchema.safeParse([fault]).success).toBe(false);
  }
});
