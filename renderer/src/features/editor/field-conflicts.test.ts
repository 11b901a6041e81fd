import { expect, test } from 'vitest';
import type { TemplateField } from '#shared/domain/template.ts';
import { conflictsAt } from './field-conflicts.ts';

const title: TemplateField = { id: 'title', kind: 'shortText', label: { en: 'Title' } };
const people: TemplateField = {
  id: 'people',
  kind: 'group',
  label: { en: 'People' },
  itemLabel: { en: 'person' },
  fields: [{ id: 'name', kind: 'shortText', label: { en: 'Name' } }],
};
const at = (path: string) => ({ path, mine: 'a', theirs: 'b', isHanded: false, origin: undefined });

test('a plain field shows its own conflict', () => {
  expect(conflictsAt(title, 'title', [at('title'), at('titleTwo')], {})).toEqual([at('title')]);
});

test('a list leaves conflicts of its items to their fields, and keeps those that have none', () => {
  const values = { 'people/AAAAAAAAAA': true };
  const conflicts = [
    at('people/AAAAAAAAAA'),
    at('people/AAAAAAAAAA/name'),
    at('people/AAAAAAAAAA/pos'),
    at('people/BBBBBBBBBB/name'),
  ];
  expect(conflictsAt(people, 'people', conflicts, values).map(({ path }) => path)).toEqual([
    'people/AAAAAAAAAA',
    'people/AAAAAAAAAA/pos',
    'people/BBBBBBBBBB/name',
  ]);
});
