import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { RuleUse, Template } from '#shared/domain/template.ts';
import { terminology } from './terminology.ts';
import { reading } from './test-reading.ts';

const template = JSON.parse(
  readFileSync(new URL('../../../resources/templates/pledge@2.json', import.meta.url), 'utf8'),
) as Template;
const use = (about: string): RuleUse['params'] => {
  const found = template.rules.find(({ id, params }) => id === 'terminology' && params.about === about);
  if (found === undefined) throw new Error(`the pledge has no list about ${about}`);
  return found.params;
};

const found = (about: string, values: FieldMap) => terminology(values, use(about), reading(values));
const terms = (about: string, description: string) =>
  found(about, { description }).map(({ params }) => params.term);

describe('the lists of the pledge', () => {
  it.each([
    ['Shelters for refugees and asylum-seekers.', ['refugees', 'asylum-seekers']],
    ['Albergues para refugiadas y solicitantes de asilo', ['refugiadas', 'solicitantes de asilo']],
    ['Accueil des réfugiés et des demandeurs d’asile', ['réfugiés', 'demandeurs d’asile']],
    ['دعم اللاجئين وطالبي اللجوء', ['لاجئ', 'طالبي اللجوء']],
    ['Помощь беженцам и лицам, ищущим убежища', ['беженцам', 'ищущим убежища']],
    ['为难民和寻求庇护者提供服务', ['难民', '寻求庇护者']],
  ])('name people of the other Compact: %s', (text, expected) => {
    expect(terms('refugees', text)).toEqual(expected);
  });

  it.each([
    ['Fight illegal migration', ['illegal migration']],
    ['Illegal immigrants are returned', ['Illegal immigrants']],
    ['La migración ilegal crece', ['migración ilegal']],
    ['Los ilegales, y las personas ilegales', ['ilegales']],
    ['Ilegales sin papeles', ['Ilegales']],
    ['Redes de ilegales', ['ilegales']],
    ['lutte contre l’immigration clandestine', ['immigration clandestine']],
    ['مكافحة الهجرة غير الشرعية', ['الهجرة غير الشرعية']],
    ['Нелегальная миграция', ['Нелегальная миграция']],
    ['打击非法移民', ['非法移民']],
  ])('name what is called illegal: %s', (text, expected) => {
    expect(terms('illegal', text)).toEqual(expected);
  });

  it.each([
    ['refugees', 'A refuge in the hills; el refugio de montaña; un refuge'],
    ['refugees', 'The Office of the United Nations High Commissioner for Refugees takes part.'],
    ['refugees', 'El Alto Comisionado de las Naciones Unidas para los Refugiados'],
    ['refugees', '联合国难民署'],
    ['illegal', 'Illegal logging, and migrants who lost their papers'],
    ['illegal', 'Las actividades pesqueras ilegales; drogas peligrosas e ilegales; armas que son ilegales'],
    ['illegal', 'Irregular migration and migrants in an irregular situation'],
  ])('let pass, about %s: %s', (about, text) => {
    expect(terms(about, text)).toEqual([]);
  });
});

test('each term is said once in each text, with its place', () => {
  const values = { title: 'Refugees', description: 'For refugees, with refugees, by a refugee' };
  expect(found('refugees', values)).toEqual([
    { path: 'title', code: 'term-refugees', params: { term: 'Refugees', start: 0, length: 8 } },
    { path: 'description', code: 'term-refugees', params: { term: 'refugees', start: 4, length: 8 } },
    { path: 'description', code: 'term-refugees', params: { term: 'refugee', start: 34, length: 7 } },
  ]);
});

test('the words are right where the pledge mirrors one under the Compact on Refugees', () => {
  expect(found('refugees', { title: 'Refugees', mirrorPledge: true })).toEqual([]);
  expect(found('refugees', { title: 'Refugees', mirrorPledge: false })).toHaveLength(1);
});

test('a place is right although a name before it was let pass', () => {
  const text = 'The High Commissioner for Refugees helps refugees';
  expect(found('refugees', { title: text }).map(({ params }) => params.start)).toEqual([41]);
});

test('accents that are written after their letters are found too, at their place, once in either writing', () => {
  const text = 'Avec des réfugiés'.normalize('NFD');
  expect(found('refugees', { description: text })).toEqual([
    {
      path: 'description',
      code: 'term-refugees',
      params: { term: 'réfugiés'.normalize('NFD'), start: 9, length: 10 },
    },
  ]);
  expect(terms('refugees', `${text}, des réfugiés`)).toHaveLength(1);
  expect(terms('refugees', 'Pacte mondial sur les réfugiés'.normalize('NFD'))).toEqual([]);
});
