import { expect, test } from 'vitest';
import type { GroupField, TemplateField } from '#shared/domain/template.ts';
import { listsWithin, outlineNumber } from './outline-place.ts';

const list = (id: string, ...fields: readonly TemplateField[]): GroupField => ({
  id,
  kind: 'group',
  label: { en: id },
  itemLabel: { en: id },
  fields,
});
const name: TemplateField = { id: 'name', kind: 'shortText', label: { en: 'Name' } };
const indicators = list('indicators', name);
const outputs = list('outputs', name, list('indicators', name));
const outcomes = list('outcomes', name, indicators, outputs);

test('items of an outline are numbered down through the lists within them', () => {
  const top = { above: '', besides: [] };
  expect(outlineNumber(top, outcomes, 1)).toBe('2');
  const within = { above: '2', besides: listsWithin(outcomes) };
  expect(outlineNumber(within, outputs, 0)).toBe('2.1');
  expect(outlineNumber({ above: '2.1', besides: listsWithin(outputs) }, indicators, 2)).toBe('2.1.3');
});

test('a list beside one that goes deeper counts in letters, so that no number stands twice', () => {
  const within = { above: '2', besides: listsWithin(outcomes) };
  expect(outlineNumber(within, indicators, 0)).toBe('2.a');
  expect(outlineNumber(within, indicators, 30)).toBe('2.31');
});
