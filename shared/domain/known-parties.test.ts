import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FieldMap } from './field-value.ts';
import type { ItemId } from './ids.ts';
import { distinctParties, partiesIn, partySlots, partyValues, slotAt } from './known-parties.ts';
import type { Template } from './template.ts';

const folder = new URL('../../resources/templates/', import.meta.url);
const templateOf = (ref: string): Template =>
  JSON.parse(readFileSync(new URL(`${ref}.json`, folder), 'utf8'));
const pledge = templateOf('pledge@2');
const note = templateOf('concept-note@2');
const a = '0000000000' as ItemId;

test('a form tells where it asks for organizations and people, and with which details', () => {
  expect(partySlots(pledge)).toEqual([
    { kind: 'organization', list: null, nameId: 'entityName', details: { website: 'entityWebsite' } },
    {
      kind: 'person',
      list: null,
      nameId: 'contactName',
      details: { email: 'contactEmail', position: 'contactPosition' },
    },
    {
      kind: 'person',
      list: null,
      nameId: 'secondContactName',
      details: { email: 'secondContactEmail', position: 'secondContactPosition' },
    },
    {
      kind: 'organization',
      list: 'participants',
      nameId: 'name',
      details: { email: 'email', country: 'country' },
    },
  ]);
});

test('what was written in a pledge is taken over into a concept note, and nothing written there is lost', () => {
  const written: FieldMap = {
    contactName: ' Leila Haddad ',
    contactEmail: 'leila@example.org',
    [`participants/${a}`]: true,
    [`participants/${a}/name`]: 'Municipality of Tyre',
    [`participants/${a}/country`]: 'LB',
  };
  const [person, organization, ...more] = partiesIn(pledge, written);
  expect([person, organization, more]).toEqual([
    { kind: 'person', name: 'Leila Haddad', details: { email: 'leila@example.org' } },
    { kind: 'organization', name: 'Municipality of Tyre', details: { country: 'LB' } },
    [],
  ]);
  const place = slotAt(note, `governmentEntities/${a}/name`);
  if (place === null || organization === undefined) throw new Error('the note asks for government entities');
  const list = `governmentEntities/${a}`;
  expect(partyValues(place.slot, place.item, organization, {})).toEqual(
    new Map([
      [`${list}/name`, 'Municipality of Tyre'],
      [`${list}/country`, 'LB'],
    ]),
  );
  expect(partyValues(place.slot, place.item, organization, { [`${list}/country`]: 'SY' })).toEqual(
    new Map([[`${list}/name`, 'Municipality of Tyre']]),
  );
  expect(slotAt(note, `targetGroups/${a}/name`)).toBe(null);
});

test('one name is one party; the first word on a detail stands', () => {
  expect(
    distinctParties([
      { kind: 'person', name: 'José Peña', details: { email: 'new@example.org' } },
      { kind: 'person', name: 'jose pena', details: { email: 'old@example.org', position: 'Mayor' } },
      { kind: 'organization', name: 'Jose Pena', details: {} },
    ]),
  ).toEqual([
    { kind: 'person', name: 'José Peña', details: { email: 'new@example.org', position: 'Mayor' } },
    { kind: 'organization', name: 'Jose Pena', details: {} },
  ]);
});

test('in every form, the names of a party and the fields of its details are fields of the form', () => {
  for (const name of readdirSync(folder)) {
    const template = templateOf(name.replace('.json', ''));
    for (const slot of partySlots(template)) {
      const path = slot.list === null ? slot.nameId : `${slot.list}/${a}/${slot.nameId}`;
      expect(slotAt(template, path)).toEqual({ slot, item: slot.list === null ? null : a });
    }
  }
});
