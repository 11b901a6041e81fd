import { conclude } from './parts/conclude.ts';
import { staticParts, vitestPart } from './parts/parts.ts';
import { runPart, runParts } from './parts/run-part.ts';

/**
 * `npm run check`: what a change must pass before it is shown to anybody; under a minute.
 * `npm run lint`: the same without the tests.
 */
const results = await runParts(staticParts, 2);
if (!process.argv.includes('lint')) results.push(await runPart(vitestPart('unit tests', ['unit'])));
conclude(results);
