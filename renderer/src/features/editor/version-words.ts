import type { IntlShape } from 'react-intl';
import { dayOf } from '#renderer/components/day-of.ts';
import type { ListedVersion } from '#renderer/hooks/use-versions.ts';

type Header = NonNullable<ListedVersion['header']>;

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A moment, as short as the day allows: "14:03", "24 Nov, 14:03". */
export const momentText = (intl: IntlShape, at: number, now: number): string => {
  const day = dayOf(at, now);
  if (day === 'today') return intl.formatTime(at, clock);
  return intl.formatDate(at, {
    day: 'numeric',
    month: 'short',
    ...(day === 'earlier' && { year: 'numeric' }),
    ...clock,
  });
};

/** The day under which versions stand in the list. */
export const dayText = (intl: IntlShape, at: number, now: number): string => {
  const day = dayOf(at, now);
  if (day === 'today' || day === 'yesterday') return intl.formatMessage({ id: `history.${day}` });
  return intl.formatDate(at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day === 'earlier' && { year: 'numeric' }),
  });
};

/** Why a version was kept. `receivedRound`: the newest round that the Network has a receipt for; 0 without one. */
export const causeText = (intl: IntlShape, { cause }: Header, receivedRound: number, now: number): string => {
  switch (cause.kind) {
    case 'submitted': {
      const isReceived = cause.round <= receivedRound;
      const id = isReceived ? 'history.cause.submitted' : 'history.cause.waiting';
      return intl.formatMessage({ id }, { round: cause.round });
    }
    case 'restored': {
      const id = cause.field === null ? 'history.cause.restored' : 'history.cause.restored-field';
      return intl.formatMessage({ id }, { moment: momentText(intl, cause.from, now) });
    }
    default:
      return intl.formatMessage({ id: `history.cause.${cause.kind}` });
  }
};

/** What changed, in numbers: "3 fields, 42 words". */
export const changesText = (intl: IntlShape, { changes: { fields, words } }: Header): string => {
  if (fields === 0) return intl.formatMessage({ id: 'history.noChange' });
  const parts = [intl.formatMessage({ id: 'history.fields' }, { count: fields })];
  if (words > 0) parts.push(intl.formatMessage({ id: 'history.words' }, { count: words }));
  return intl.formatList(parts, { type: 'unit' });
};
