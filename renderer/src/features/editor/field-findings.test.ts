import { expect, test } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import { findingsOf, sameFindings, worstOf } from './field-findings.ts';

const finding = (path: string, severity: Finding['severity'], params: Finding['params'] = {}): Finding => ({
  path,
  code: 'required',
  severity,
  source: 'official',
  params,
});
const text: TemplateField = { id: 'title', kind: 'shortText', label: { en: 'Title' } };
const marker: TemplateField = {
  id: 'gender',
  kind: 'marker',
  label: { en: 'Gender' },
  scores: [{ en: '0' }, { en: '1' }, { en: '2' }, { en: '3' }],
};

test('a field has its own findings and those below it, not those of a namesake', () => {
  const all = [
    finding('title', 'hint'),
    finding('title/0000000000/x', 'error'),
    finding('titleTwo', 'error'),
  ];
  expect(findingsOf(all, text, 'title')).toEqual([all[0], all[1]]);
});

test('the justification of a marker belongs to the marker', () => {
  const all = [finding('genderReason', 'error')];
  expect(findingsOf(all, marker, 'gender')).toEqual(all);
});

test('the worst severity leads', () => {
  expect(worstOf([finding('a', 'hint'), finding('a', 'warning')])).toBe('warning');
  expect(worstOf([])).toBeNull();
});

test('findings are the same when path, code and values are', () => {
  expect(sameFindings([finding('a', 'error', { limit: 3 })], [finding('a', 'error', { limit: 3 })])).toBe(
    true,
  );
  expect(sameFindings([finding('a', 'error', { limit: 3 })], [finding('a', 'error', { limit: 4 })])).toBe(
    false,
  );
});
