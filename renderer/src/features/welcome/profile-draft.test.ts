import { describe, expect, it } from 'vitest';
import { gapsOf, isComplete, tidyProfile } from './profile-draft.ts';

describe('profile draft', () => {
  it('asks for name and organization, and takes blanks for nothing', () => {
    expect(gapsOf({ name: '  ', organization: '', country: 'SN' })).toEqual({
      name: true,
      organization: true,
    });
  });

  it('lets the country wait', () => {
    expect(isComplete(gapsOf({ name: 'Amina', organization: 'Desk', country: '' }))).toBe(true);
  });

  it('keeps the words without the blanks around them', () => {
    expect(tidyProfile({ name: ' Amina  Berrada ', organization: '\tDesk\n', country: 'SN' })).toEqual({
      name: 'Amina  Berrada',
      organization: 'Desk',
      country: 'SN',
    });
  });
});
