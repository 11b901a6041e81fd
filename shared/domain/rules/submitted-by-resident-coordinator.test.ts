import { expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { routeOf } from '#shared/domain/submission-route.ts';
import { submittedByResidentCoordinator } from './submitted-by-resident-coordinator.ts';
import { reading } from './test-reading.ts';

const params = {
  countries: 'countries',
  question: 'hasCoordinator',
  field: 'coordinators',
  without: 'without',
  route: 'route',
};
const kenya = '00000000AA';
const uganda = '00000000BB';
const coordinator = (item: string, country: string, state: string): FieldMap => ({
  [`coordinators/${item}`]: true,
  [`coordinators/${item}/pos`]: item,
  [`coordinators/${item}/country`]: country,
  [`coordinators/${item}/name`]: 'Name',
  [`coordinators/${item}/state`]: state,
});
const found = (values: FieldMap) => submittedByResidentCoordinator(values, params, reading({}));

test('a coordinator for each country, each with an endorsement, leaves nothing to say', () => {
  const values = {
    countries: ['KE', 'UG'],
    hasCoordinator: true,
    ...coordinator(kenya, 'KE', 'given'),
    ...coordinator(uganda, 'UG', 'given'),
  };
  expect(found(values)).toEqual([]);
});

test('before the question is answered there is nothing to say', () => {
  expect(found({ countries: ['KE'] })).toEqual([]);
});

test('countries with nobody named are said together; Global is none', () => {
  expect(
    found({
      countries: ['001', 'KE', 'RW', 'UG'],
      hasCoordinator: true,
      ...coordinator(kenya, 'KE', 'given'),
    }),
  ).toEqual([
    { path: 'coordinators', code: 'coordinators-missing', params: { count: 2, countries: 'RW UG' } },
  ]);
});

test.each([
  ['not-asked', true],
  ['asked', true],
  ['declined', true],
  ['given', false],
  // The field itself asks for what is not chosen.
  ['', false],
])('an endorsement that is “%s” is said: %s', (state, isSaid) => {
  const values = { countries: ['KE'], hasCoordinator: true, ...coordinator(kenya, 'KE', state) };
  const said = [
    {
      path: `coordinators/${kenya}/state`,
      code: 'endorsement-not-given',
      params: { country: 'KE', state },
    },
  ];
  expect(found(values)).toEqual(isSaid ? said : []);
});

test('a country said to have no coordinator needs the route in words instead', () => {
  const values = {
    countries: ['KE', 'XK'],
    hasCoordinator: true,
    without: ['XK'],
    ...coordinator(kenya, 'KE', 'given'),
  };
  expect(found(values)).toEqual([{ path: 'route', code: 'route-missing', params: {} }]);
  expect(found({ ...values, route: 'The lead agency submits' })).toEqual([]);
});

test('where every country is said to have none, the route of the manual counts, whatever the question says', () => {
  const values = { countries: ['KE', 'UG'], hasCoordinator: true, without: ['KE', 'UG'] };
  expect(routeOf(values, params)).toMatchObject({ by: 'other-route', countriesWithout: ['KE', 'UG'] });
  const emptyRow = { [`coordinators/${kenya}`]: true };
  expect(routeOf({ ...values, ...emptyRow }, params).by).toBe('other-route');
  expect(routeOf({ ...values, ...coordinator(kenya, 'KE', 'asked') }, params).by).toBe('coordinators');
  expect(routeOf({ ...values, without: ['KE'] }, params).by).toBe('coordinators');
  expect(routeOf({ hasCoordinator: true, without: ['KE'] }, params).by).toBe('coordinators');
  expect(found(values)).toEqual([{ path: 'route', code: 'route-missing', params: {} }]);
});

test('without any coordinator the route of the manual counts, and nobody is asked for', () => {
  const values = { countries: ['KE'], hasCoordinator: false, ...coordinator(kenya, 'KE', 'asked') };
  expect(found(values)).toEqual([]);
  expect(routeOf(values, params)).toEqual({
    by: 'other-route',
    listPath: 'coordinators',
    routePath: 'route',
    coordinators: [],
    unnamed: [],
    countriesWithout: [],
  });
});
