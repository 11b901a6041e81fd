import { describe, expect, it } from 'vitest';
import { dayOf } from './day-of.ts';

const at = (text: string): number => new Date(text).getTime();

describe('dayOf', () => {
  const now = at('2027-03-05T14:03:00');

  it.each([
    ['2027-03-05T00:00:00', 'today'],
    ['2027-03-05T14:10:00', 'today'],
    ['2027-03-04T23:59:59', 'yesterday'],
    ['2027-03-04T00:00:00', 'yesterday'],
    ['2027-03-03T23:59:59', 'this-year'],
    ['2026-12-31T12:00:00', 'earlier'],
  ] as const)('calls %s seen from 5 March 2027 %s', (text, expected) => {
    expect(dayOf(at(text), now)).toBe(expected);
  });

  it('knows yesterday across the turn of the year', () => {
    expect(dayOf(at('2026-12-31T12:00:00'), at('2027-01-01T00:10:00'))).toBe('yesterday');
  });
});
