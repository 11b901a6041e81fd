import type { Template } from './template.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A small form and small lists for tests of the checks. */

const term = (code: string) => ({ code, name: { en: code } });

export const testVocabulary: Vocabulary = {
  objectives: ['1', '2', '3', '4'].map(term),
  principles: [term('human-rights')],
  thematicAreas: [term('1')],
  sdgTargets: [term('10.7')],
  countries: ['HN', 'SN'].map(term),
  regions: [term('005')],
  currencies: ['USD', 'XOF'].map(term),
  budgetCategories: ['1', '2', 'indirect'].map(term),
};

const error = { severity: 'error', source: 'official' } as const;
const warning = { severity: 'warning', source: 'assumed' } as const;

export const testTemplate: Template = {
  kind: 'pledge',
  version: 1,
  name: { en: 'Pledge' },
  titleField: 'title',
  sections: [
    {
      id: 'who',
      title: { en: 'Who' },
      fields: [
        { id: 'title', kind: 'shortText', label: { en: 'Title' }, required: error },
        { id: 'email', kind: 'shortText', format: 'email', label: { en: 'E-mail' } },
        {
          id: 'type',
          kind: 'choice',
          label: { en: 'Type' },
          options: [
            { value: 'individual', label: { en: 'Individual' } },
            { value: 'common', label: { en: 'Common' } },
          ],
        },
        {
          id: 'participants',
          kind: 'group',
          label: { en: 'Participants' },
          itemLabel: { en: 'participant' },
          shownWhen: { field: 'type', in: ['common'] },
          required: { ...error, when: { field: 'type', in: ['common'] } },
          limits: [{ kind: 'maxItems', value: 2, ...warning }],
          fields: [{ id: 'actor', kind: 'shortText', label: { en: 'Actor' }, required: error }],
        },
      ],
    },
    {
      id: 'what',
      title: { en: 'What' },
      fields: [
        {
          id: 'description',
          kind: 'longText',
          label: { en: 'Description' },
          limits: [
            { kind: 'minChars', value: 10, ...error },
            { kind: 'maxChars', value: 20, ...error },
          ],
        },
        { id: 'objectives', kind: 'objectives', label: { en: 'Objectives' } },
        { id: 'years', kind: 'yearRange', label: { en: 'Years' } },
        { id: 'start', kind: 'date', label: { en: 'Start' } },
        { id: 'end', kind: 'date', label: { en: 'End' } },
        {
          id: 'gender',
          kind: 'marker',
          label: { en: 'Gender' },
          required: error,
          scores: [{ en: '0' }, { en: '1' }, { en: '2' }, { en: '3' }],
        },
        {
          id: 'organizations',
          kind: 'organizations',
          label: { en: 'Organizations' },
          itemLabel: { en: 'organization' },
          fields: [{ id: 'acronym', kind: 'shortText', label: { en: 'Acronym' } }],
        },
        { id: 'currency', kind: 'currency', label: { en: 'Currency' } },
        {
          id: 'budget',
          kind: 'budget',
          label: { en: 'Budget' },
          organizationsField: 'organizations',
          currencyField: 'currency',
        },
      ],
    },
  ],
  rules: [
    {
      id: 'main-objectives',
      params: { field: 'objectives', max: 3 },
      severity: 'warning',
      source: 'official',
    },
    {
      id: 'began-after',
      params: { field: 'years', from: '2018-12' },
      severity: 'warning',
      source: 'official',
    },
    { id: 'minimum-organizations', params: { field: 'organizations', min: 2 }, ...warning },
    {
      id: 'indirect-cost-rate',
      params: { field: 'budget', rateBasisPoints: 700 },
      severity: 'warning',
      source: 'official',
    },
    { id: 'end-after-start', params: { start: 'start', end: 'end' }, severity: 'error', source: 'official' },
  ],
};
