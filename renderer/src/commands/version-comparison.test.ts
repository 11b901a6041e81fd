import { expect, test } from 'vitest';
import conceptNote from '#resources/templates/concept-note@2.json' with { type: 'json' };
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type Template, templateSchema } from '#shared/domain/template.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { versionComparison } from './version-comparison.ts';

const brief = (before: FieldMap, now: FieldMap) =>
  versionComparison(testTemplate, before, now).map(({ field, changes }) => ({
    field: field?.id ?? null,
    changes: changes.map((change) => [change.what, change.path]),
  }));

test('the same values have no differences, whatever the order of a set', () => {
  expect(
    versionComparison(
      testTemplate,
      { title: 'a', objectives: ['1', '2'] },
      { title: 'a', objectives: ['2', '1'] },
    ),
  ).toEqual([]);
});

test('a text is compared by words, a set by its members, in the order of the form', () => {
  const [title, objectives] = versionComparison(
    testTemplate,
    { objectives: ['1', '2'], title: 'One desk' },
    { objectives: ['2', '3'], title: 'One mobile desk' },
  );
  expect(title).toMatchObject({
    number: 1,
    changes: [
      {
        what: 'text',
        marks: [
          { text: 'One ', mark: 'same' },
          { text: 'mobile ', mark: 'added' },
          { text: 'desk', mark: 'same' },
        ],
      },
    ],
  });
  expect(objectives).toMatchObject({ changes: [{ what: 'members', removed: ['1'], added: ['3'] }] });
});

test('what the form does not have is shown at the end and not dropped', () => {
  expect(brief({ title: 'a' }, { title: 'b', gone: 'kept words' })).toEqual([
    { field: 'title', changes: [['text', 'title']] },
    { field: null, changes: [['text', 'gone']] },
  ]);
});

test('what a removed item of a list held is in the order in which it was asked and stood', () => {
  const note = templateSchema.parse(conceptNote) as Template;
  const [first, second] = ['0000000001', '0000000002'];
  const outcome = 'outcomes/0000000009';
  const before = {
    [outcome]: true,
    [`${outcome}/pos`]: 'a0',
    [`${outcome}/statement`]: 'Registered at birth',
    // The later indicator has the smaller id.
    [`${outcome}/indicators/${second}`]: true,
    [`${outcome}/indicators/${second}/pos`]: 'a0',
    [`${outcome}/indicators/${second}/name`]: 'Births',
    [`${outcome}/indicators/${second}/verification`]: 'Registers',
    [`${outcome}/indicators/${second}/baseline`]: '10',
    [`${outcome}/indicators/${first}`]: true,
    [`${outcome}/indicators/${first}/pos`]: 'a1',
    [`${outcome}/indicators/${first}/name`]: 'Desks',
    [`${outcome}/outputs/${first}`]: true,
    [`${outcome}/outputs/${first}/pos`]: 'a0',
    [`${outcome}/outputs/${first}/statement`]: 'Desks open',
  };
  const [outcomes] = versionComparison(note, before, {});
  expect(outcomes?.changes.map(({ path }) => path.slice(outcome.length + 1))).toEqual([
    'statement',
    `indicators/${second}/name`,
    `indicators/${second}/baseline`,
    `indicators/${second}/verification`,
    `indicators/${first}/name`,
    `outputs/${first}/statement`,
  ]);
});

test('an amount of the budget is said in the currency of its own version, and a currency that alone changed is said', () => {
  const note = templateSchema.parse(conceptNote) as Template;
  const cell = 'budget/0000000001/amount/AAAAAAAAAA';
  const before = { currency: 'USD', [cell]: 1_234_500 };
  const changes = (now: FieldMap) =>
    versionComparison(note, before, now).map(({ field, changes }) => [field?.id, changes]);
  const currency = (is: string) => [
    'currency',
    [expect.objectContaining({ path: 'currency', was: 'USD', is, currencies: null })],
  ];
  expect(changes({ currency: 'JPY', [cell]: 12_345 })).toEqual([
    currency('JPY'),
    [
      'budget',
      [
        expect.objectContaining({
          path: cell,
          was: 1_234_500,
          is: 12_345,
          currencies: { was: 'USD', is: 'JPY' },
        }),
      ],
    ],
  ]);
  expect(changes({ currency: 'EUR', [cell]: 1_234_500 })).toEqual([currency('EUR')]);
});
