import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { toolScript } from './parts/tool.ts';
import { budgetCategories } from './vocabulary/budget-categories.ts';
import { countries, regions } from './vocabulary/countries.ts';
import { currencies } from './vocabulary/currencies.ts';
import { networkEntities } from './vocabulary/network-entities.ts';
import { objectives } from './vocabulary/objectives.ts';
import { principles } from './vocabulary/principles.ts';
import { sdgTargets } from './vocabulary/sdg-targets.ts';
import { objectivesOfAreas, thematicAreas } from './vocabulary/thematic-areas.ts';

const areaOf = (objective: string): string | undefined =>
  Object.entries(objectivesOfAreas).find(([, own]) => own.includes(Number(objective)))?.[0];

/** The lists of resources/vocabulary/vocabulary.json, from the packages of codes and the sources in this folder. */
export const makeVocabulary = (): Vocabulary =>
  vocabularySchema.parse({
    objectives: objectives.map((objective) => ({ ...objective, group: areaOf(objective.code) })),
    principles,
    thematicAreas,
    sdgTargets: sdgTargets(),
    countries: countries(),
    regions: regions(),
    currencies: currencies(),
    budgetCategories,
  });

if (import.meta.main) {
  const write = (name: string, lists: unknown): string => {
    const file = fileURLToPath(new URL(`../resources/vocabulary/${name}.json`, import.meta.url));
    writeFileSync(file, `${JSON.stringify(lists, null, 2)}\n`);
    return file;
  };
  const files = [write('vocabulary', makeVocabulary()), write('network-entities', networkEntities)];
  execFileSync(process.execPath, [toolScript('@biomejs/biome', 'biome'), 'format', '--write', ...files]);
}
