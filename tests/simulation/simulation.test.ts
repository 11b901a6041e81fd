import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Action } from './actions.ts';
import { plantedBugs } from './planted-bugs.ts';
import { play, playSeed } from './run-seed.ts';
import { simulate } from './simulate.ts';

const folder = fileURLToPath(new URL('./regressions/', import.meta.url));

const regressionSchema = z.object({
  seed: z.number(),
  what: z.string(),
  steps: z.array(z.object({ kind: z.string(), laptop: z.number(), dice: z.number() })),
});

describe('what once broke a rule, played again', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { seed, what, steps } = regressionSchema.parse(
      JSON.parse(readFileSync(`${folder}${name}`, 'utf8')),
    );
    test(what, async () => {
      expect((await play(seed, steps as readonly Action[])).violations).toEqual([]);
    });
  }
});

test('the same seed gives the same trace, another one another', async () => {
  const [first, again, other] = [await playSeed(7, 200), await playSeed(7, 200), await playSeed(8, 200)];
  expect(again).toEqual(first);
  expect(other.trace).not.toBe(first.trace);
});

test('300 seeds of 200 steps keep every rule, one in fifty on SQL', async () => {
  const { totals, failure } = await simulate({ seeds: 300, start: 1, steps: 200, withSql: true });
  console.log(JSON.stringify(totals));
  expect(failure).toBeNull();
  // A world in which nothing happens keeps every rule too.
  expect(totals.ops).toBeGreaterThan(10_000);
  expect(totals.submissions).toBeGreaterThan(100);
}, 600_000);

describe('the null control: every planted mistake is found within 200 seeds', () => {
  test('there are at least twenty of them', () => {
    expect(new Set(plantedBugs.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
  });

  test.each(plantedBugs.map((bug) => [bug.name, bug] as const))(
    '%s',
    async (_, bug) => {
      for (let seed = 1; seed <= 200; seed += 1) {
        if ((await playSeed(seed, 200, { bug })).violations.length > 0) return;
      }
      expect.fail(`nothing was noticed in 200 seeds`);
    },
    300_000,
  );
});
