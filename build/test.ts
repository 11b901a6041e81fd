import { conclude } from './parts/conclude.ts';
import { buildPart, e2ePart, staticParts, vitestPart } from './parts/parts.ts';
import { runPart, runParts } from './parts/run-part.ts';

/** `npm test`: everything that must pass. A failed part does not keep the others from being told. */
const results = await runParts(staticParts, 2);
results.push(await runPart(vitestPart('tests on Node', [])));
const build = await runPart(buildPart);
results.push(build);
if (build.totals.failed === 0) {
  results.push(await runPart(e2ePart));
} else {
  console.log('FAILED e2e: not run, because the app could not be built');
  results.push({ name: 'e2e', totals: { passed: 0, failed: 1, skipped: [] }, seconds: 0 });
}
conclude(results);
