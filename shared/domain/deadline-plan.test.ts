import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayIn, daysAfter, daysBetween, endOfDayMs } from './civil-day.ts';
import { deadlinePlan, deadlineTerms, meetingOf } from './deadline-plan.ts';
import type { Template } from './template.ts';
import { testTemplate } from './test-template.ts';

const terms = { days: 42, zone: 'Europe/Zurich' };
const at = (text: string): number => Date.parse(text);
const plan = (meeting: string, now: string, meetings: readonly string[] = []) =>
  deadlinePlan(meeting, at(now), terms, meetings);

test('the last day lies 42 days before the meeting, and counts itself', () => {
  expect(plan('2027-03-16', '2027-01-04T09:00:00Z')).toEqual({
    state: 'near',
    meeting: '2027-03-16',
    lastDay: '2027-02-02',
    lastMomentMs: at('2027-02-02T23:00:00Z'),
    today: '2027-01-04',
    daysLeft: 29,
    next: null,
  });
});

test.each([
  ['2027-01-01T12:00:00Z', 32, 'ample'],
  ['2027-01-02T12:00:00Z', 31, 'ample'],
  ['2027-01-03T12:00:00Z', 30, 'near'],
  ['2027-01-25T12:00:00Z', 8, 'near'],
  ['2027-01-26T12:00:00Z', 7, 'urgent'],
  ['2027-02-02T22:59:59Z', 0, 'urgent'],
  ['2027-02-02T23:00:00Z', -1, 'passed'],
])('at %s there are %i days left: %s', (now, daysLeft, state) => {
  expect(plan('2027-03-16', now)).toMatchObject({ daysLeft, state });
});

test('days are counted where the meeting is held, not where the person is', () => {
  const now = '2027-02-02T23:30:00Z';
  expect(deadlinePlan('2027-03-16', at(now), { days: 42, zone: 'America/New_York' })?.daysLeft).toBe(0);
  expect(deadlinePlan('2027-03-16', at(now), { days: 42, zone: 'Pacific/Fiji' })?.daysLeft).toBe(-1);
});

test('after the last day, the next meeting that can be reached is named', () => {
  const meetings = ['2027-12-01', '2027-03-16', '2027-03-20', '2027-06-22', 'soon'];
  expect(plan('2027-03-16', '2027-02-10T12:00:00Z', meetings)?.next).toEqual({
    meeting: '2027-06-22',
    lastDay: '2027-05-11',
  });
  expect(plan('2027-03-16', '2027-02-10T12:00:00Z', ['2027-03-20'])?.next).toBeNull();
});

test('what is no date has no plan', () => {
  expect(plan('2027-02-30', '2027-01-01T00:00:00Z')).toBeNull();
  expect(plan('', '2027-01-01T00:00:00Z')).toBeNull();
});

describe('the terms of a form', () => {
  const conceptNote = JSON.parse(
    readFileSync(new URL('../../resources/templates/concept-note@2.json', import.meta.url), 'utf8'),
  ) as Template;

  it('are 42 days in Geneva for a concept note, and none for other forms', () => {
    expect(deadlineTerms(conceptNote)).toEqual({ field: 'meetingDate', ...terms });
    expect(deadlineTerms(testTemplate)).toBeNull();
    expect(meetingOf(conceptNote, { meetingDate: '2027-03-16' })).toBe('2027-03-16');
    expect(meetingOf(conceptNote, { meetingDate: 'soon' })).toBeUndefined();
    expect(meetingOf(testTemplate, { meetingDate: '2027-03-16' })).toBeUndefined();
  });

  it('fall back to Geneva for a zone that is none', () => {
    const rules = [
      {
        id: 'six-weeks-before-meeting',
        params: { field: 'start', zone: 'Mars/Olympus' },
        severity: 'hint' as const,
        source: 'official' as const,
      },
    ];
    expect(deadlineTerms({ ...testTemplate, rules })).toEqual({ field: 'start', ...terms });
  });
});

test('a day ends at the zone’s own midnight, on the days when clocks change as well', () => {
  expect(endOfDayMs('2027-03-28', 'Europe/Zurich')).toBe(at('2027-03-28T22:00:00Z'));
  expect(endOfDayMs('2027-03-27', 'Europe/Zurich')).toBe(at('2027-03-27T23:00:00Z'));
  expect(endOfDayMs('2027-10-31', 'Europe/Zurich')).toBe(at('2027-10-31T23:00:00Z'));
  expect(endOfDayMs('2027-07-01', 'Pacific/Kiritimati')).toBe(at('2027-07-01T10:00:00Z'));
});

test('days before and after undo each other, and an instant before the end of a day lies in it', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  void fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (from, count) => {
      expect(daysBetween(from, daysAfter(from, count))).toBe(count);
      expect(daysAfter(daysAfter(from, count), -count)).toBe(from);
    }),
  );
  const zone = fc.constantFrom('Europe/Zurich', 'Asia/Kathmandu', 'America/Lima', 'Africa/Nairobi');
  const recent = day.filter((text) => text > '1990');
  void fc.assert(
    fc.property(recent, zone, (today, where) => {
      const end = endOfDayMs(today, where);
      expect([dayIn(end - 1, where), dayIn(end, where)]).toEqual([today, daysAfter(today, 1)]);
    }),
  );
});
