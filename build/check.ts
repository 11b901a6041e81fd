import { conclude } from './parts/conclude.ts';
import { staticParts, vitestPart } from './parts/parts.ts';
import { runPart, runParts } from './parts/run-part.ts';

/** `npm run check`: what a change must pass before it is shown to anybody; under a minute. */
const results = await runParts(staticParts, 2);
results.push(await runPart(vitestPart('unit tests', ['unit'])));
conclude(results);
