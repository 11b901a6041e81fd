import { describe, expect, it, test } from 'vitest';
import { calendars } from '#renderer/commands/profile.ts';
import { monthNames, parseYearIn, yearIn } from './calendar-parts.ts';
import { nextDraft } from './kept-draft.ts';
import { listedYear, type MonthDraft, monthDraft, withYear } from './month-draft.ts';
import { yearsDraft } from './years-draft.ts';

/** Every month of the years of a calendar that lie between two Gregorian ones. */
const monthsBetween = (calendar: string, first: number, last: number): readonly MonthDraft[] => {
  const from = yearIn(calendar, first);
  return Array.from({ length: yearIn(calendar, last) - from + 1 }, (_, at) => from + at).flatMap((year) =>
    monthNames(calendar, year, 'en').map((_, index) => ({ month: String(index + 1), year: String(year) })),
  );
};

describe('a month that was chosen', () => {
  it.each(calendars)('can be kept, and stays on the screen when it is: %s', (calendar) => {
    for (const draft of monthsBetween(calendar, 1980, 2060)) {
      const kept = monthDraft.keptOf(calendar, draft);
      expect(kept).toMatch(/^\d{4}-\d{2}$/);
      expect(nextDraft(monthDraft, calendar, draft, kept ?? undefined)).toEqual(draft);
    }
  });

  test('of two that are kept as the same one, neither becomes the other', () => {
    const [muharram, pagumen] = [
      { month: '1', year: '1448' },
      { month: '13', year: '2019' },
    ];
    expect(monthNames('islamic-umalqura', 1448, 'en')[0]).toBe('Muharram');
    expect(nextDraft(monthDraft, 'islamic-umalqura', muharram, '2026-06')).toEqual(muharram);
    expect(monthDraft.draftOf('islamic-umalqura', '2026-06')).toEqual({ month: '12', year: '1447' });
    expect(monthNames('ethiopic', 2019, 'en')[12]).toBe('Pagumen');
    expect(nextDraft(monthDraft, 'ethiopic', pagumen, '2027-09')).toEqual(pagumen);
  });

  test('gives way to one that came from elsewhere, and to none', () => {
    const draft = { month: '2', year: '2027' };
    expect(nextDraft(monthDraft, 'gregory', draft, '2028-05')).toEqual({ month: '5', year: '2028' });
    expect(nextDraft(monthDraft, 'gregory', draft, undefined)).toEqual({ month: '', year: '' });
  });

  test('stays half where nothing is kept', () => {
    const half = { month: '2', year: '20' };
    expect(nextDraft(monthDraft, 'gregory', half, undefined)).toEqual(half);
  });

  it.each(calendars)('keeps its name whichever year is typed after it: %s', (calendar) => {
    const before = { month: '8', year: '' };
    const name = monthNames(calendar, listedYear(calendar, before), 'en')[7];
    for (let gregorian = 2000; gregorian < 2040; gregorian += 1) {
      const { month, year } = withYear(calendar, before, String(yearIn(calendar, gregorian)));
      expect(monthNames(calendar, parseYearIn(calendar, year) ?? 0, 'en')[Number(month) - 1]).toBe(name);
    }
  });
});

test('years of which two are kept as the same one stay as they were written', () => {
  const written = { from: '1446', to: '1447', isPresent: false };
  expect(yearsDraft.keptOf('islamic-umalqura', written)).toEqual({ from: 2025, to: 2025 });
  expect(nextDraft(yearsDraft, 'islamic-umalqura', written, { from: 2025, to: 2025 })).toEqual(written);
});
