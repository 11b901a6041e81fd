import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Party } from '#shared/domain/known-parties.ts';
import { partySuggestions } from './party-suggestions.ts';

const organization = (name: string, acronym?: string): Party => ({
  kind: 'organization',
  name,
  details: acronym === undefined ? {} : { acronym },
});
const parties: readonly Party[] = [
  organization('International Labour Organization', 'ILO'),
  organization('International Organization for Migration', 'IOM'),
  { kind: 'person', name: 'Iomar Silva', details: { email: 'isilva@example.org' } },
];
const found = (kind: Party['kind'], typed: string) =>
  partySuggestions(parties, kind, typed).map(({ party }) => party.name);

test('a party is found by its name, its acronym or its e-mail, among those of its kind', () => {
  expect(found('organization', 'iom')).toEqual(['International Organization for Migration']);
  expect(found('organization', 'lab')).toEqual(['International Labour Organization']);
  expect(found('person', 'isil')).toEqual(['Iomar Silva']);
  expect(found('person', '0')).toEqual([]);
  expect(found('organization', ' ')).toEqual([]);
});

test('what stands there already is not offered again, and the list stays short', () => {
  expect(found('person', 'Iomar Silva')).toEqual([]);
  const many = Array.from({ length: 50 }, (_, index) => organization(`Union ${index}`));
  expect(partySuggestions(many, 'organization', 'union').length).toBe(8);
});

test('any typed text is answered with parties of the list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      for (const { party } of partySuggestions(parties, 'organization', typed))
        expect(parties).toContain(party);
    }),
    { numRuns: 2_000 },
  );
});
