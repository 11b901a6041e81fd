import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { budgetCategories } from './vocabulary/budget-categories.ts';
import { countries, regions } from './vocabulary/countries.ts';
import { currencies } from './vocabulary/currencies.ts';
import { objectives } from './vocabulary/objectives.ts';
import { principles } from './vocabulary/principles.ts';
import { sdgTargets } from './vocabulary/sdg-targets.ts';
import { thematicAreas } from './vocabulary/thematic-areas.ts';

/** The lists of resources/vocabulary/vocabulary.json, from the packages of codes and the sources in this folder. */
export const makeVocabulary = (): Vocabulary =>
  vocabularySchema.parse({
    objectives,
    principles,
    thematicAreas,
    sdgTargets: sdgTargets(),
    countries: countries(),
    regions: regions(),
    currencies,
    budgetCategories,
  });

if (import.meta.main) {
  const target = fileURLToPath(new URL('../resources/vocabulary/vocabulary.json', import.meta.url));
  writeFileSync(target, `${JSON.stringify(makeVocabulary(), null, 2)}\n`);
}
