import { isCalendarDate } from './calendar.ts';
import { type CivilDay, dayIn, daysAfter, daysBetween, endOfDayMs, isZone } from './civil-day.ts';
import type { FieldMap } from './field-value.ts';
import type { Template } from './template.ts';

/** How a form counts its deadline: a use of `six-weeks-before-meeting`. */
export type DeadlineTerms = {
  /** The field with the date of the meeting. */
  readonly field: string;
  /** Calendar days before the meeting; the day itself still counts. 42 (domain.md, 3; official). */
  readonly days: number;
  /** Where the meeting is held; its days are the ones that count. Europe/Zurich (assumed). */
  readonly zone: string;
};

/** `ample` above 30 days, `near` from 30, `urgent` from 7, `passed` after the last day. */
export type DeadlineState = 'ample' | 'near' | 'urgent' | 'passed';

/** A meeting whose last day to submit has not passed. */
export type ReachableMeeting = { readonly meeting: CivilDay; readonly lastDay: CivilDay };

export type DeadlinePlan = {
  readonly state: DeadlineState;
  readonly meeting: CivilDay;
  /** The last day on which it can be submitted, in the zone of the meeting. */
  readonly lastDay: CivilDay;
  /** The instant at which that day ends there; milliseconds since 1970, UTC. */
  readonly lastMomentMs: number;
  readonly today: CivilDay;
  /** 0 on the last day itself, negative after it. */
  readonly daysLeft: number;
  /** The next meeting known that can still be reached, where this one's last day has passed. */
  readonly next: ReachableMeeting | null;
};

const nearDays = 30;
const urgentDays = 7;

/** Asking for a zone is slow, and lists ask of every document. */
const termsOf = new WeakMap<Template, DeadlineTerms | null>();

const readTerms = (template: Template): DeadlineTerms | null => {
  const use = template.rules.find(({ id }) => id === 'six-weeks-before-meeting');
  if (use === undefined) return null;
  const { field, days, zone } = use.params;
  return {
    field: String(field ?? ''),
    days: typeof days === 'number' ? days : 42,
    zone: typeof zone === 'string' && isZone(zone) ? zone : 'Europe/Zurich',
  };
};

/** The terms that a template sets; null for a form without a deadline. */
export const deadlineTerms = (template: Template): DeadlineTerms | null => {
  const terms = termsOf.has(template) ? (termsOf.get(template) ?? null) : readTerms(template);
  termsOf.set(template, terms);
  return terms;
};

/** `ample`, `near`, `urgent` or `passed`, by the days left. */
export const deadlineState = (daysLeft: number): DeadlineState => {
  if (daysLeft < 0) return 'passed';
  if (daysLeft <= urgentDays) return 'urgent';
  return daysLeft <= nearDays ? 'near' : 'ample';
};

/** The first of the meetings, in any order, that can still be reached; null where none can. */
export const nextMeeting = (
  meetings: readonly CivilDay[],
  nowMs: number,
  terms: Pick<DeadlineTerms, 'days' | 'zone'>,
): ReachableMeeting | null => {
  const today = dayIn(nowMs, terms.zone);
  const [next] = meetings
    .filter(isCalendarDate)
    .map((meeting) => ({ meeting, lastDay: daysAfter(meeting, -terms.days) }))
    .filter(({ lastDay }) => daysBetween(today, lastDay) >= 0)
    .sort((a, b) => daysBetween(b.meeting, a.meeting));
  return next ?? null;
};

/**
 * How long there is until a meeting; null where its date is none. `nowMs` in milliseconds since 1970, UTC:
 * the clock is the caller's. `meetings`: the dates that are known, in any order.
 */
export const deadlinePlan = (
  meetingDate: CivilDay,
  nowMs: number,
  terms: Pick<DeadlineTerms, 'days' | 'zone'>,
  meetings: readonly CivilDay[] = [],
): DeadlinePlan | null => {
  if (!isCalendarDate(meetingDate)) return null;
  const today = dayIn(nowMs, terms.zone);
  const lastDay = daysAfter(meetingDate, -terms.days);
  const daysLeft = daysBetween(today, lastDay);
  return {
    state: deadlineState(daysLeft),
    meeting: meetingDate,
    lastDay,
    lastMomentMs: endOfDayMs(lastDay, terms.zone),
    today,
    daysLeft,
    next: daysLeft < 0 ? nextMeeting(meetings, nowMs, terms) : null,
  };
};

/** The date of the meeting that a document names; undefined where it names none. */
export const meetingOf = (template: Template, values: FieldMap): CivilDay | undefined => {
  const terms = deadlineTerms(template);
  const value = terms === null ? undefined : values[terms.field];
  return typeof value === 'string' && isCalendarDate(value) ? value : undefined;
};

/** The last day to submit a document and the zone that it is counted in; null where there is none. */
export const deadlineOf = (
  template: Template,
  values: FieldMap,
): { readonly lastDay: CivilDay; readonly zone: string } | null => {
  const terms = deadlineTerms(template);
  const meeting = meetingOf(template, values);
  return terms === null || meeting === undefined
    ? null
    : { lastDay: daysAfter(meeting, -terms.days), zone: terms.zone };
};
