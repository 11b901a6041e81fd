import { expect, test } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { missingFields } from './missing-fields.ts';

const at = (path: string, severity: Finding['severity'], code: Finding['code'] = 'required'): Finding => ({
  path,
  code,
  severity,
  source: 'official',
  params: {},
});

const idsOf = (findings: readonly Finding[]) =>
  missingFields(testTemplate, findings).map(({ field }) => field.id);

test('what has an error or is empty though asked for is missing, each field once, what stops it first', () => {
  expect(
    idsOf([
      at('genderReason', 'error'),
      at('objectives', 'warning'),
      at('participants/00000000AA/actor', 'error', 'too-long'),
      at('participants', 'error'),
    ]),
  ).toEqual(['participants', 'gender', 'objectives']);
});

test('a question about what is there, and a hint, name nothing that is missing', () => {
  expect(idsOf([at('objectives', 'warning', 'too-many-items'), at('title', 'hint')])).toEqual([]);
});
