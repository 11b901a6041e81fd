import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '#renderer/commands/profile.ts';
import { keptMonth, keptYear, monthIn, monthNames, parseYearIn, yearIn } from './calendar-parts.ts';

const year = fc.integer({ min: 1910, max: 2190 });
const keptMonths = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const solar = calendars.filter((id) => !id.startsWith('islamic') && id !== 'hebrew');

describe('months', () => {
  it('Farvardin 1406 is kept as April 2027, where most of it lies, and read again', () => {
    expect(keptMonth('persian', { year: 1406, month: 1 })).toBe('2027-04');
    expect(monthIn('persian', '2027-04')).toEqual({ year: 1406, month: 1 });
    expect(monthNames('persian', 1406, 'en')[0]).toBe('Farvardin');
  });

  it('are themselves in the Gregorian calendar, and have the names of their year in any', () => {
    expect(keptMonth('gregory', { year: 2027, month: 2 })).toBe('2027-02');
    expect(monthIn('gregory', '2027-02')).toEqual({ year: 2027, month: 2 });
    expect(monthNames('gregory', 2027, 'es')[1]).toBe('febrero');
    expect(monthNames('hebrew', 5787, 'en')).toHaveLength(13);
    expect(monthNames('hebrew', 5788, 'en')).toHaveLength(12);
  });

  it.each(solar)('what is kept is shown as a month that is kept as the same: %s', (id) => {
    void fc.assert(
      fc.property(keptMonths, (kept) => {
        expect(keptMonth(id, monthIn(id, kept))).toBe(kept);
      }),
    );
  });

  it.each(calendars)('whatever is kept is shown as one of the neighbouring months at most: %s', (id) => {
    void fc.assert(
      fc.property(keptMonths, (kept) => {
        const again = keptMonth(id, monthIn(id, kept)) ?? '';
        const [a, b] = [kept, again].map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)));
        expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are none where the year has not so many, or lies too far away', () => {
    expect(keptMonth('hebrew', { year: 5788, month: 13 })).toBe(null);
    expect(keptMonth('persian', { year: 1, month: 1 })).toBe(null);
  });
});

describe('years', () => {
  it('1405 of the Persian calendar is kept as 2026, 2019 of the Ethiopic one as 2027', () => {
    expect([keptYear('persian', 1405), yearIn('persian', 2026)]).toEqual([2026, 1405]);
    expect([keptYear('ethiopic', 2019), yearIn('ethiopic', 2027)]).toEqual([2027, 2019]);
  });

  it.each(calendars)('what is kept is shown as a year that is kept as the same: %s', (id) => {
    void fc.assert(
      fc.property(year, (kept) => {
        expect(keptYear(id, yearIn(id, kept))).toBe(kept);
      }),
    );
  });

  it('are read as they are written in the calendar, in any digits', () => {
    expect(parseYearIn('persian', '۱۴۰۵')).toBe(1405);
    expect(parseYearIn('gregory', '2027')).toBe(2027);
    expect(parseYearIn('japanese', '2027')).toBe(2027);
    expect(['20', '1405x', '0', ''].map((text) => parseYearIn('persian', text))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
