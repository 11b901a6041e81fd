import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const event = {
  uid: 'deadline-1@compact-desk',
  day: '2027-12-31',
  title: 'Last day; submit, please',
  text: 'One\nTwo \\ three',
  remindDaysBefore: 7,
};
const now = Date.parse('2027-01-02T03:04:05.678Z');

test('a day lasts the whole day, reminds a week before, and its words are escaped', () => {
  expect(calendarFile(event, now).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Compact Desk//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:deadline-1@compact-desk',
    'DTSTAMP:20270102T030405Z',
    'DTSTART;VALUE=DATE:20271231',
    'DTEND;VALUE=DATE:20280101',
    'SUMMARY:Last day\\; submit\\, please',
    'DESCRIPTION:One\\nTwo \\\\ three',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Last day\\; submit\\, please',
    'TRIGGER:-P7D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('whatever the title, no line is longer than 75 octets, and unfolded it is all there', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (title) => {
      const file = calendarFile({ ...event, title }, now);
      const lines = file.split('\r\n');
      expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
      const written = file.replaceAll('\r\n ', '').match(/^SUMMARY:(.*)$/m)?.[1] ?? '';
      const read = written.replace(/\\(.)/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));
      expect(read).toBe(title.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ''));
    }),
  );
});
