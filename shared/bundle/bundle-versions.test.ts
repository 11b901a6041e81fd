import { expect, test } from 'vitest';
import { chainOf } from '#shared/sync/test-versions.ts';
import { chainContents } from '#shared/sync/version-chain.ts';
import { carriedVersions, readVersions } from './bundle-versions.ts';
import { bundleLimits } from './manifest.ts';

const sentence = 'A sentence that stays. ';
const long = chainOf(
  Array.from({ length: bundleLimits.versions + 30 }, (_, index) => ({
    title: `${sentence.repeat(9)}${index}`,
  })),
);

test('of a history that is too long the newest versions are carried, and each is read as it was', () => {
  const carried = carriedVersions(long, 1);
  expect(carried.map(({ id }) => id)).toEqual(long.slice(-bundleLimits.versions).map(({ id }) => id));
  expect(chainContents(carried)).toEqual(chainContents(long).slice(-bundleLimits.versions));
  const read = readVersions(JSON.parse(JSON.stringify(carried)), 'pledge', bundleLimits.totalVersionChars);
  expect(typeof read === 'string' ? read : read.chain.length).toBe(bundleLimits.versions);
});

test('a short history is carried as it is', () => {
  const chain = long.slice(0, 40);
  expect(carriedVersions(chain, 3)).toEqual(chain);
});

test('a version that cannot be read stays at home, and those after it are carried', () => {
  const chain = long
    .slice(0, 6)
    .map((version, index) => (index === 0 ? { ...version, hash: '0'.repeat(16) } : version));
  const whole = { ...chain[3], body: { whole: chainContents(long)[3] } } as (typeof chain)[number];
  const carried = carriedVersions(chain.with(3, whole), 1);
  expect(chainContents(carried)).toEqual(chainContents(long).slice(3, 6));
});

test('more versions than a bundle may hold, or more text than was left for them, is refused', () => {
  expect(readVersions([...long], 'pledge', bundleLimits.totalVersionChars)).toBe('too-large');
  expect(readVersions(long.slice(0, 50), 'pledge', 500)).toBe('too-large');
});
