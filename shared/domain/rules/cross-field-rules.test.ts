import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Template } from '#shared/domain/template.ts';
import { allMarkers } from './all-markers.ts';
import { atLeastTwoOrganizations } from './at-least-two-organizations.ts';
import { beganAfter } from './began-after.ts';
import { endAfterStart } from './end-after-start.ts';
import { governmentAndStakeholders } from './government-and-stakeholders.ts';
import { mainObjectives } from './main-objectives.ts';
import { noRepeats } from './no-repeats.ts';
import { notMeasurable } from './not-measurable.ts';
import { notTimeBound } from './not-time-bound.ts';
import { oneRecorder } from './one-recorder.ts';
import { sixWeeksBeforeMeeting } from './six-weeks-before-meeting.ts';
import { straySpaces } from './stray-spaces.ts';
import { reading } from './test-reading.ts';

const none = reading({});
const a = '00000000AA';
const b = '00000000BB';

/** Items of a list with their sub-fields. */
const list = (name: string, items: Readonly<Record<string, Readonly<Record<string, string>>>>): FieldMap =>
  Object.fromEntries(
    Object.entries(items).flatMap(([item, fields]) => [
      [`${name}/${item}`, true],
      ...Object.entries(fields).map(([field, value]) => [`${name}/${item}/${field}`, value]),
    ]),
  );

test('six-weeks-before-meeting: says without a clock only that no meeting is named', () => {
  const params = { field: 'meetingDate', days: 42, zone: 'Europe/Zurich' };
  expect(sixWeeksBeforeMeeting({}, params, none)).toEqual([
    { path: 'meetingDate', code: 'no-meeting-date', params: {} },
  ]);
  expect(sixWeeksBeforeMeeting({ meetingDate: '2027-03-01' }, params, none)).toEqual([]);
});

test('main-objectives: more than three are said with their number', () => {
  const params = { field: 'objectives', max: 3 };
  expect(mainObjectives({ objectives: ['1', '2', '3'] }, params, none)).toEqual([]);
  expect(mainObjectives({ objectives: ['1', '2', '3', '4'] }, params, none)).toEqual([
    { path: 'objectives', code: 'more-than-main-objectives', params: { limit: 3, actual: 4 } },
  ]);
});

test('began-after: a practice of 2018 is said, one of 2019 is not', () => {
  const params = { field: 'years', from: '2018-12' };
  expect(beganAfter({ years: { from: 2019, to: 'present' } }, params, none)).toEqual([]);
  expect(beganAfter({ years: { from: 2018, to: 2020 } }, params, none)).toEqual([
    { path: 'years', code: 'began-before', params: { year: 2019 } },
  ]);
});

test('end-after-start: the same day is in order, an earlier end is not', () => {
  const params = { start: 'start', end: 'end' };
  expect(endAfterStart({ start: '2027-01-02', end: '2027-01-02' }, params, none)).toEqual([]);
  expect(endAfterStart({ start: '2027-01-02', end: '2027-01-01' }, params, none)).toEqual([
    { path: 'end', code: 'ends-before-start', params: {} },
  ]);
});

test('at-least-two-organizations: one is too few, none is the field’s own matter', () => {
  const params = { field: 'organizations', min: 2 };
  expect(atLeastTwoOrganizations({}, params, none)).toEqual([]);
  expect(atLeastTwoOrganizations(list('organizations', { [a]: {}, [b]: {} }), params, none)).toEqual([]);
  expect(atLeastTwoOrganizations(list('organizations', { [a]: {} }), params, none)).toEqual([
    { path: 'organizations', code: 'fewer-organizations', params: { limit: 2, actual: 1 } },
  ]);
});

test('all-markers: a score of nought counts, a missing score or justification is said', () => {
  const params = { fields: ['gender', 'child'] };
  const complete = { gender: 0, genderReason: 'why', child: 3, childReason: 'why' };
  expect(allMarkers(complete, params, none)).toEqual([]);
  expect(allMarkers({ ...complete, genderReason: ' ' }, params, none)).toEqual([
    { path: 'genderReason', code: 'marker-missing', params: {} },
  ]);
  expect(allMarkers({ gender: 1, genderReason: 'why' }, params, none)).toEqual([
    { path: 'child', code: 'marker-missing', params: {} },
  ]);
});

describe('government-and-stakeholders', () => {
  const params = { government: 'government', stakeholders: 'stakeholders', minGovernment: 2, minKinds: 2 };
  const broad = {
    ...list('government', { [a]: { name: 'Ministry of Labour' }, [b]: { name: 'Ministry of Health' } }),
    ...list('stakeholders', { [a]: { type: 'academia' }, [b]: { type: 'employers' } }),
  };

  it('is content with two ministries and two types of stakeholders', () => {
    expect(governmentAndStakeholders(broad, params, none)).toEqual([]);
  });

  it('leaves empty lists to their fields', () => {
    expect(governmentAndStakeholders({}, params, none)).toEqual([]);
  });

  it('counts the same ministry once, and two unions as one type', () => {
    const narrow = {
      ...list('government', { [a]: { name: 'Ministry of Labour' }, [b]: { name: 'ministry of  labour.' } }),
      ...list('stakeholders', { [a]: { type: 'trade-union' }, [b]: { type: 'trade-union' } }),
    };
    expect(governmentAndStakeholders(narrow, params, none)).toEqual([
      { path: 'government', code: 'few-government-entities', params: { limit: 2, actual: 1 } },
      { path: 'stakeholders', code: 'few-stakeholder-kinds', params: { limit: 2, actual: 1 } },
    ]);
  });
});

describe('one-recorder', () => {
  const params = {
    recorder: 'entity',
    type: 'type',
    joint: ['common', 'partnership'],
    field: 'participants',
  };
  const joint = {
    entity: 'Ministerio de Migración',
    type: 'common',
    ...list('participants', { [a]: { name: 'Ville de Genève' }, [b]: { name: 'MINISTERIO DE MIGRACION' } }),
  };

  it('says where who records a joint pledge is among its participants', () => {
    expect(oneRecorder(joint, params, none)).toEqual([
      {
        path: `participants/${b}/name`,
        code: 'recorder-among-participants',
        params: { name: 'MINISTERIO DE MIGRACION' },
      },
    ]);
  });

  it('says nothing of an individual pledge, of others, or of nobody', () => {
    expect(oneRecorder({ ...joint, type: 'individual' }, params, none)).toEqual([]);
    expect(oneRecorder({ ...joint, entity: 'Ministry of Health' }, params, none)).toEqual([]);
    expect(oneRecorder({ ...joint, entity: '' }, params, none)).toEqual([]);
  });
});

test('no-repeats: the later of two is said, whatever case and accents; blanks are no names', () => {
  const params = { fields: ['people/name'] };
  const values = list('people', {
    [a]: { name: 'Éva Lund', pos: 'a' },
    [b]: { name: ' eva  lund', pos: 'b' },
  });
  expect(noRepeats(values, params, none)).toEqual([
    { path: `people/${b}/name`, code: 'repeated-item', params: { name: 'eva  lund', first: a } },
  ]);
  expect(noRepeats(list('people', { [a]: { name: '' }, [b]: { name: ' ' } }), params, none)).toEqual([]);
});

describe('stray-spaces', () => {
  it.each([
    [' Title', 1],
    ['Two  blanks', 1],
    ['Trailing \n ', 1],
    ['Title', 0],
    ['Somebody is writing ', 0],
    ['   ', 0],
  ])('in %j: %i', (title, count) => {
    expect(straySpaces({ title }, {}, reading({ title }))).toHaveLength(count);
  });

  it('leaves the paragraphs of a long text alone', () => {
    const values = { description: ' one\n\n  two' };
    expect(straySpaces(values, {}, reading(values))).toEqual([]);
  });
});

describe('not-measurable', () => {
  const form = JSON.parse(
    readFileSync(new URL('../../../resources/templates/pledge@2.json', import.meta.url), 'utf8'),
  ) as Template;
  const params = form.rules.find(({ id }) => id === 'not-measurable')?.params ?? {};
  const says = (values: FieldMap) => notMeasurable(values, params, none).map(({ path }) => path);

  it.each([
    'We will train 400 people by 2027',
    'A third: 33 %',
    '٤٠٠ شخص',
    'Half, ½ of them',
    'Objective 5, 1,200 people',
    'Objectives 5 and 7, 30% of them',
    'SDG 8 and 400 people',
    'Of those who want to, 30 may join',
    '落实目标 8和10人',
    '有效问卷三千份',
    '公开数据集八个',
    '19 teachers, in December 2027',
  ])('hears a number in %s', (description) => {
    expect(says({ description })).toEqual([]);
  });

  it.each([
    'We will train people by 2027',
    'Objective 5 and SDG 10.7 guide us',
    '落实目标 10',
    'Many',
    'General Assembly resolution 73/195',
    'As A/RES/73/195 says',
    'Under objectives 5, 7 and 12',
    'Under objectives 2–5, and 7.',
    'SDGs 8 and 10 guide us',
    'Los ODS 8, 10 y 16',
    'Les objectifs 5 à 7',
    'الهدف ٥ و ٧',
    'Цели 5 и 7',
    'Adopted on 19 December 2018',
    'Adopted on December 19, 2018, in Marrakech on 10 and 11 December',
    'El 10 y 11 de diciembre de 2018',
    '19 декабря 2018 года',
    '2018年12月19日',
    '二〇二七年十二月',
    '第三项和第十七项，一个地方',
    'On 2018-12-19, or 19/12/2018',
    'After COVID-19 and COVID 19',
  ])('hears none in %s', (description) => {
    expect(says({ description })).toEqual(['description']);
  });

  it('takes the number from any of its fields, and reports the last that is written', () => {
    expect(says({ description: 'Many', measure: '400 people' })).toEqual([]);
    expect(says({ description: 'Many', amount: { minor: 100, currency: 'USD' } })).toEqual([]);
    expect(says({ description: 'Many', measure: 'more' })).toEqual(['measure']);
    expect(says({})).toEqual([]);
  });
});

describe('not-time-bound', () => {
  const params = { texts: ['description', 'measure'], dates: ['start', 'end'] };
  const says = (values: FieldMap) => notTimeBound(values, params, none).map(({ path }) => path);

  it.each([
    [{ description: 'By 2027' }, []],
    [{ description: '到2027年' }, []],
    [{ description: 'بحلول عام ٢٠٢٧' }, []],
    [{ description: 'Soon', end: '2027-01-01' }, []],
    [{ description: 'Soon, 400 people, 20275 steps' }, ['description']],
    [{ description: 'Adopted on 19 December 2018' }, ['description']],
    [{ description: 'اعتمد في عام ٢٠١٨' }, ['description']],
    [{ description: 'Adopted in 2018, done by 2027' }, []],
    [{ description: 'Soon', measure: 'more' }, ['measure']],
    [{}, []],
  ] as const)('of %j says %j', (values, expected) => {
    expect(says(values)).toEqual(expected);
  });
});
