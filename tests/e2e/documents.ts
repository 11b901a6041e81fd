import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Template } from '#shared/domain/template.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Real pledges, practices and joint programmes, where a developer has them beside the project. */
const examplesFolder = process.env.EXAMPLES_DIR ?? join(root, '../shared/examples');

export const hasExamples = existsSync(join(examplesFolder, 'pledges.json'));

/** The form that new documents of a kind begin with. */
export function templateOf(kind: DocKind): Template {
  const folder = join(root, 'resources/templates');
  const [newest] = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}@`))
    .map((name) => readJson(join(folder, name)) as Template)
    .sort((a, b) => b.version - a.version);
  if (newest === undefined) throw new Error(`no template for ${kind}`);
  return newest;
}

/** The fields of a sample of the project's own making. */
export function sample(name: string): FieldMap {
  const { fields } = readJson(join(root, `resources/samples/${name}.json`)) as { fields: FieldMap };
  return fields;
}

type Example = {
  readonly id: string;
  readonly title: string;
  readonly entity_name?: string;
  readonly description?: string;
  readonly summary?: string;
  readonly objectives?: readonly number[];
};

function example(file: string, id: string): Example {
  const found = (readJson(join(examplesFolder, `${file}.json`)) as Example[]).find(
    (entry) => entry.id === id,
  );
  if (found === undefined) throw new Error(`${file}.json has no ${id}`);
  return found;
}

export type WrittenKind = { readonly kind: DocKind; readonly source: string; readonly values: FieldMap };

/** One document of each kind: as really submitted where examples are at hand, filled up from the samples. */
export function documentsToWrite(): readonly WrittenKind[] {
  const pledge = sample('pledge-cities-inclusion-en');
  const practice = sample('practice-returnee-mentors-en');
  const note = sample('concept-note-long-title-en');
  if (!hasExamples) {
    return [
      { kind: 'pledge', source: 'a sample', values: pledge },
      { kind: 'practice', source: 'a sample', values: practice },
      { kind: 'concept-note', source: 'a sample', values: note },
    ];
  }
  const realPledge = example('pledges', 'UNNM-2246');
  const realPractice = example('practices', 'niger-medical');
  const realNote = example('joint_programmes', 'cl-mx-cities');
  return [
    {
      kind: 'pledge',
      source: realPledge.id,
      values: {
        ...pledge,
        title: realPledge.title,
        entityName: realPledge.entity_name ?? '',
        description: realPledge.description ?? '',
        objectives: (realPledge.objectives ?? []).map(String),
        natures: ['policy'],
      },
    },
    {
      kind: 'practice',
      source: realPractice.id,
      values: {
        ...practice,
        title: realPractice.title,
        summary: realPractice.summary ?? '',
        countries: ['NE'],
        years: { from: 2017, to: 'present' },
      },
    },
    {
      kind: 'concept-note',
      source: realNote.id,
      values: { ...note, title: realNote.title, context: realNote.summary ?? '', countries: ['CL', 'MX'] },
    },
  ];
}
