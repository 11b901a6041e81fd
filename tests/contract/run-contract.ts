import { parseArgs } from 'node:util';
import { peopleAt, titleOf } from './check.ts';
import { checks } from './checks.ts';

/**
 * `npm run contract -- --url URL [--only RULE]`: asks the rules of shared/sync/SPEC.md of any server that has
 * the training accounts. Writes documents of its own. Exit code 1 where a rule is broken, 2 for wrong usage.
 */
const { values } = parseArgs({ options: { url: { type: 'string' }, only: { type: 'string' } } });

if (values.url === undefined) {
  console.error('usage: npm run contract -- --url http://127.0.0.1:8787 [--only EL5]');
  process.exitCode = 2;
} else {
  const people = await peopleAt(values.url);
  const { only } = values;
  const chosen = checks.filter(({ rules }) => only === undefined || rules.includes(only));
  let failed = 0;
  for (const check of chosen) {
    try {
      await check.run(people);
      console.log(`ok      ${titleOf(check)}`);
    } catch (error) {
      failed += 1;
      console.log(
        `BROKEN  ${titleOf(check)}\n        ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  if (failed > 0 || chosen.length === 0) process.exitCode = 1;
}
