import { parseArgs } from 'node:util';
import { plantedBugs } from './planted-bugs.ts';
import { simulate } from './simulate.ts';

/**
 * `npm run --silent simulate -- [--seeds N] [--start S] [--steps K] [--list-bugs] [--bug NAME] [--no-sql]`
 *
 * Prints one JSON object. The same arguments give the same `traceHash`. Exit code 1 where a rule was broken: the
 * seed and the fewest steps that break it are printed to stderr; 2 for wrong usage.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    start: { type: 'string', default: '1' },
    steps: { type: 'string', default: '200' },
    bug: { type: 'string' },
    'list-bugs': { type: 'boolean', default: false },
    'no-sql': { type: 'boolean', default: false },
  },
});
const [seeds, start, steps] = [values.seeds, values.start, values.steps].map(Number) as [
  number,
  number,
  number,
];
const bug = plantedBugs.find(({ name }) => name === values.bug);

if (values['list-bugs']) {
  for (const { name } of plantedBugs) console.log(name);
} else if (
  [seeds, start, steps].some((count) => !Number.isInteger(count) || count < 1) ||
  (values.bug !== undefined && bug === undefined)
) {
  console.error(
    'usage: npm run --silent simulate -- --seeds N --start S --steps K [--list-bugs | --bug NAME] [--no-sql]',
  );
  process.exitCode = 2;
} else {
  const { totals, failure } = await simulate({
    seeds,
    start,
    steps,
    withSql: !values['no-sql'],
    ...(bug === undefined ? {} : { bug }),
  });
  if (failure !== null) {
    console.error(`seed ${failure.seed}`);
    for (const violation of failure.violations) console.error(`  ${violation}`);
    console.error(`fewest steps: ${JSON.stringify(failure.steps)}`);
    process.exitCode = 1;
  }
  console.log(JSON.stringify(totals));
}
