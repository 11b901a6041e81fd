import { expect, test } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { findingsByField, findingsBySection } from './finding-sections.ts';

const at = (path: string): Finding => ({
  path,
  code: 'required',
  severity: 'error',
  source: 'official',
  params: {},
});

test('findings come by section in the order of the form, a justification with its marker, strangers last', () => {
  const found = ['nowhere', 'genderReason', 'objectives', 'participants/00000000AA/actor', 'title'].map(at);
  const grouped = findingsBySection(testTemplate, found).map(({ section, findings }) => [
    section?.id ?? null,
    findings.map(({ path }) => path),
  ]);
  expect(grouped).toEqual([
    ['who', ['title', 'participants/00000000AA/actor']],
    ['what', ['objectives', 'genderReason']],
    [null, ['nowhere']],
  ]);
});

test('a field is asked about once, however many places in it are concerned', () => {
  const inside = ['outcomes/AAAAAAAAAA/statement', 'outcomes/AAAAAAAAAA/indicators'].map(at);
  const [first, second] = inside;
  const asked = findingsByField([first ?? at('x'), at('title'), second ?? at('x')]);
  expect(asked).toEqual([inside, [at('title')]]);
});
