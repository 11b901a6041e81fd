import { expect, test } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { findingsBySection } from './finding-sections.ts';

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
