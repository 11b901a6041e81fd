import { expect, it } from 'vitest';
import { sampleDocument, templateFor } from '#tests/support/samples.ts';
import { leaveOutContacts } from './contacts.ts';

const form = templateFor('concept-note@2');
const item = '0000000000';

it('leaves out contacts, what an import found no place for and what the form does not have', () => {
  const kept = {
    title: 'A note',
    genderMarker: 2,
    genderMarkerReason: 'Because',
    [`organizations/${item}`]: true,
    [`organizations/${item}/name`]: 'International Labour Organization',
    [`residentCoordinators/${item}`]: true,
    [`residentCoordinators/${item}/country`]: 'KE',
    [`residentCoordinators/${item}/state`]: 'asked',
  } as const;
  const left = {
    [`organizations/${item}/contactEmail`]: 'ana@example.org',
    [`residentCoordinators/${item}/name`]: 'Ana Example',
    importedFrom: 'Ana.docx',
    [`imported/${item}`]: true,
    [`imported/${item}/text`]: 'Call Ana',
    formerContact: 'Ana',
  } as const;
  expect(leaveOutContacts(form, { ...kept, ...left })).toEqual({ fields: kept, withoutContacts: true });
});

it('says nothing of contacts where there was none to leave out', () => {
  expect(leaveOutContacts(form, { title: 'A note' })).toEqual({ fields: { title: 'A note' } });
  const { fields } = sampleDocument('concept-note-cuenca-lago-es');
  const once = leaveOutContacts(form, fields);
  expect(leaveOutContacts(form, once.fields)).toEqual({ fields: once.fields });
});
