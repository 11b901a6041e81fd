import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseMs } from './backoff.ts';

const roll = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('[CL8] a pause lies between nought and 1 s · 2^(tries − 1), and never beyond five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), roll, (tries, chance) => {
      const pause = pauseMs(tries, chance);
      expect(Number.isInteger(pause)).toBe(true);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThanOrEqual(Math.min(300_000, 1000 * 2 ** (tries - 1)));
    }),
  );
  expect(pauseMs(1, 0.5)).toBe(500);
  expect(pauseMs(4, 0.5)).toBe(4000);
  expect(pauseMs(40, 0.5)).toBe(150_000);
});

test('[CL8] after Retry-After it is that time and up to half of it more, however many tries there were', () => {
  fc.assert(
    fc.property(fc.nat(10_000), roll, fc.nat(3_600_000), (tries, chance, asked) => {
      const pause = pauseMs(tries, chance, asked);
      expect(pause).toBeGreaterThanOrEqual(asked);
      expect(pause).toBeLessThanOrEqual(Math.ceil(asked * 1.5));
    }),
  );
});
