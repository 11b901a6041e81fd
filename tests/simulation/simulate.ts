import { createHash } from 'node:crypto';
import { type Action, actionsOf } from './actions.ts';
import type { PlantedBug } from './planted-bug.ts';
import { playSeed, shrink } from './run-seed.ts';
import { sqlStoreForSeeds } from './sql-store-for-seeds.ts';
import { laptopCount } from './world.ts';

/** Every so many seeds, one runs on SQL: that costs a hundred times as much. */
const sqlEvery = 50;

export type Totals = {
  readonly seeds: number;
  readonly steps: number;
  readonly ops: number;
  readonly conflicts: number;
  readonly submissions: number;
  readonly violations: number;
  readonly traceHash: string;
};

/** A seed that broke a rule, with the fewest steps that still do. */
export type Failure = {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly steps: readonly Action[];
};

export type Simulation = { readonly totals: Totals; readonly failure: Failure | null };

/** Plays seeds one after the other and stops at the first that breaks a rule. */
export const simulate = async (options: {
  readonly seeds: number;
  readonly start: number;
  readonly steps: number;
  readonly bug?: PlantedBug;
  readonly withSql: boolean;
}): Promise<Simulation> => {
  const { seeds, start, steps, bug, withSql } = options;
  const hash = createHash('sha256');
  const totals = { ops: 0, conflicts: 0, submissions: 0 };
  const sql = withSql ? await sqlStoreForSeeds() : null;
  try {
    for (let seed = start; seed < start + seeds; seed += 1) {
      const isSql = sql !== null && seed % sqlEvery === 0;
      const result = await playSeed(seed, steps, {
        ...(bug === undefined ? {} : { bug }),
        ...(isSql ? { store: await sql.emptied() } : {}),
      });
      hash.update(`${seed} ${result.trace}\n`);
      totals.ops += result.ops;
      totals.conflicts += result.conflicts;
      totals.submissions += result.submissions;
      if (result.violations.length === 0) continue;
      const all = actionsOf(seed, steps, laptopCount);
      // What breaks on SQL only is told as it is: shrinking runs in memory.
      const fewest = isSql ? all : await shrink(seed, all, bug);
      return {
        totals: {
          seeds: seed - start + 1,
          steps,
          ...totals,
          violations: result.violations.length,
          traceHash: hash.digest('hex'),
        },
        failure: { seed, violations: result.violations, steps: fewest },
      };
    }
    return {
      totals: { seeds, steps, ...totals, violations: 0, traceHash: hash.digest('hex') },
      failure: null,
    };
  } finally {
    await sql?.close();
  }
};
