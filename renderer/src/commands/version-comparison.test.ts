import { expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
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
