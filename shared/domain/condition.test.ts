import { describe, expect, test } from 'vitest';
import { isAsked } from './condition.ts';
import type { TemplateField } from './template.ts';

const kept: TemplateField = {
  id: 'imported',
  kind: 'group',
  label: { en: 'Not yet placed' },
  itemLabel: { en: 'piece' },
  onlyWhenFilled: true,
  fields: [{ id: 'text', kind: 'longText', label: { en: 'What it said' } }],
};

describe('whether a field is asked', () => {
  test('a field for what an import kept is shown only while it holds something', () => {
    expect(isAsked(kept, {})).toBe(false);
    expect(isAsked(kept, { 'imported/0000000000': true, 'imported/0000000000/text': 'x' })).toBe(true);
  });
});
