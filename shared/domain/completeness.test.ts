import { expect, test } from 'vitest';
import { completenessOf } from './completeness.ts';
import type { FieldMap } from './field-value.ts';
import type { Finding } from './finding.ts';
import type { Template, TemplateField } from './template.ts';
import { testTemplate } from './test-template.ts';

const line = (id: string, defaultFrom?: TemplateField['defaultFrom']): TemplateField => ({
  id,
  kind: 'shortText',
  label: { en: id },
  ...(defaultFrom !== undefined && { defaultFrom }),
});
const template: Template = {
  ...testTemplate,
  rules: [],
  sections: [
    {
      id: 'who',
      title: { en: 'Who' },
      fields: [line('name', 'organization'), line('mail'), line('textLanguage', 'language')],
    },
  ],
};
const missingMail: Finding = {
  path: 'mail',
  code: 'required',
  severity: 'error',
  source: 'official',
  params: {},
};
const section = (values: FieldMap, findings: readonly Finding[] = []) =>
  completenessOf(template, values, findings).sections[0];

const prefilled = { name: 'Ministry', textLanguage: 'en' };

test('what the app filled in is an answer, but no work begun: nothing is held against the section yet', () => {
  expect(section(prefilled, [missingMail])).toMatchObject({ asked: 2, answered: 1, mark: 'untouched' });
  expect(section({ textLanguage: 'en' })).toMatchObject({ asked: 2, answered: 0, mark: 'untouched' });
});

test('one answer of the person begins a section, and it is complete without its language', () => {
  expect(section({ mail: 'nobody' }, [missingMail])).toMatchObject({ mark: 'errors' });
  expect(section({ mail: 'a@example.org' })).toMatchObject({ answered: 1, mark: 'begun' });
  expect(section({ ...prefilled, mail: 'a@example.org' })).toMatchObject({ answered: 2, mark: 'complete' });
});
