import { expect, test } from 'vitest';
import type { Section, Template, TemplateField } from './template.ts';
import { templateDifference } from './template-difference.ts';

const field = (id: string, more: Partial<TemplateField> = {}): TemplateField =>
  ({ id, kind: 'shortText', label: { en: id }, ...more }) as TemplateField;

const form = (version: number, sections: Readonly<Record<string, readonly TemplateField[]>>): Template => ({
  kind: 'pledge',
  version,
  name: { en: 'A form' },
  titleField: 'title',
  sections: Object.entries(sections).map(
    ([id, fields]): Section => ({ id, title: { en: id }, fields: [...fields] }),
  ),
  rules: [],
});

const names = (entries: readonly { readonly field: TemplateField }[]) =>
  entries.map((entry) => entry.field.id);

test('what is new, moved, asked otherwise and no longer asked is told apart', () => {
  const from = form(1, {
    first: [field('title'), field('note'), field('old'), field('empty')],
    second: [field('place')],
  });
  const to = form(2, {
    first: [field('title', { help: { en: 'Another help' } }), field('place')],
    second: [field('note', { required: { severity: 'error', source: 'official' } }), field('fresh')],
  });
  const difference = templateDifference(from, to, { title: 'A', old: 'kept' });
  expect({
    added: names(difference.added),
    moved: names(difference.moved),
    changed: names(difference.changed),
    gone: difference.gone.map(({ field: gone, isAnswered }) => [gone.id, isAnswered]),
  }).toEqual({
    added: ['fresh'],
    moved: ['place', 'note'],
    changed: [],
    gone: [
      ['old', true],
      ['empty', false],
    ],
  });
});

test('another requirement or limit is asked otherwise; another help is not', () => {
  const from = form(1, { first: [field('title'), field('note')] });
  const to = form(2, {
    first: [
      field('title', { help: { en: 'Another help' }, example: { en: 'For example' } }),
      field('note', { limits: [{ kind: 'maxChars', value: 9, severity: 'warning', source: 'assumed' }] }),
    ],
  });
  expect(names(templateDifference(from, to, {}).changed)).toEqual(['note']);
});

test('a form is no different from itself', () => {
  const same = form(1, { first: [field('title')] });
  expect(templateDifference(same, same, {})).toEqual({ added: [], moved: [], changed: [], gone: [] });
});
