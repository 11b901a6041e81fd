import { expect, test } from 'vitest';
import { formerFields } from './former-fields.ts';
import type { Template, TemplateField } from './template.ts';
import { testTemplate } from './test-template.ts';

const old: TemplateField = { id: 'oldNote', kind: 'longText', label: { en: 'An old note' } };
const earlier: Template = {
  ...testTemplate,
  sections: [{ id: 'old', title: { en: 'Old' }, fields: [old] }],
};

test('what the form does not have is told by field, with the label that it had', () => {
  const values = {
    title: 'A',
    oldNote: 'kept',
    'strange/0123456789/name': 'also kept',
    'strange/0123456789': true,
  } as const;
  expect(formerFields(testTemplate, [earlier], values)).toEqual([
    { root: 'oldNote', field: old, paths: ['oldNote'] },
    { root: 'strange', field: undefined, paths: ['strange/0123456789/name', 'strange/0123456789'] },
  ]);
});

test('a document that fits its form has none', () => {
  expect(formerFields(testTemplate, [earlier], { title: 'A' })).toEqual([]);
});
