import { type CivilDay, daysAfter } from '#shared/domain/civil-day.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';

/** A day to be remembered, as a calendar takes it. */
export type CalendarDay = {
  /** The same for the same thing, so that a second import moves the day instead of doubling it. */
  readonly uid: string;
  readonly day: CivilDay;
  readonly title: string;
  readonly text: string;
  /** Days before it on which the calendar reminds, at the beginning of the day. */
  readonly remindDaysBefore: number;
};

/** Octets that a line may have without its break (RFC 5545, 3.1). */
const lineOctets = 75;

/** A content line in pieces of at most 75 octets, none of which cuts a character. */
const folded = (line: string): string => {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8Bytes(character);
    if (octets + size > lineOctets) {
      pieces.push(piece);
      // The blank that marks a continuation counts.
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
};

/** Text as a value (RFC 5545, 3.3.11); control characters have no place in one. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const basicDay = (day: CivilDay): string => day.replaceAll('-', '');

/**
 * An iCalendar file (RFC 5545) with one day and its reminder. `nowMs` in milliseconds since 1970, UTC: when the
 * file is made.
 */
export const calendarFile = (event: CalendarDay, nowMs: number): string => {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Compact Desk//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basicDay(event.day)}`,
    `DTEND;VALUE=DATE:${basicDay(daysAfter(event.day, 1))}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:-P${event.remindDaysBefore}D`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
