import './deadline-ribbon.css';
import { CalendarPlus, Check } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useMeetings } from '#renderer/hooks/use-meetings.ts';
import { useNow } from '#renderer/hooks/use-now.ts';
import type { CivilDay } from '#shared/domain/civil-day.ts';
import {
  deadlinePlan,
  deadlineTerms,
  meetingOf,
  nextMeeting,
  type ReachableMeeting,
} from '#shared/domain/deadline-plan.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { DeadlineMissing } from './deadline-missing.tsx';

const minuteMs = 60_000;
const remindDaysBefore = 7;

/** Three points on a line, as far apart as the days between them; never so near that they touch. */
const trackOf = (daysLeft: number, days: number): string =>
  `0 minmax(12px, ${daysLeft}fr) 0 minmax(12px, ${days}fr) 0`;

type DeadlineRibbonProps = {
  readonly session: DocumentSession;
  readonly onGoTo: (path: FieldPath) => void;
};

/** Under the header of a form with a deadline, once its meeting is named: days left, last day, what is missing. */
export const DeadlineRibbon = ({ session, onGoTo }: DeadlineRibbonProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const now = useNow(minuteMs);
  const { meeting, stage, title, errors, warnings, readOnly } = useSessionPart(
    session,
    ({ values, summary, readOnly }) => ({
      meeting: meetingOf(session.template, values),
      stage: summary.stage,
      title: summary.title,
      errors: summary.errors,
      warnings: summary.warnings,
      readOnly,
    }),
  );
  const [saved, setSaved] = useState<'idle' | 'saved' | 'failed'>('idle');
  const [isUnfolded, setUnfolded] = useState(false);
  const terms = deadlineTerms(session.template);
  const meetings = useMeetings();
  const plan = terms === null || meeting === undefined ? null : deadlinePlan(meeting, now, terms, meetings);
  const isOpen = stage === 'draft' || stage === 'returned' || stage === 'ready';
  if (terms === null || !isOpen) return null;

  // A day of the calendar, whatever the zone of the person.
  const inWords = (day: CivilDay) =>
    intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'full', timeZone: 'UTC' });
  const take = (next: ReachableMeeting) => (
    <div className="deadline-actions">
      {!readOnly && (
        <Button variant="quiet" onPress={() => session.set(terms.field, next.meeting)}>
          <FormattedMessage id="deadline.take" />
        </Button>
      )}
    </div>
  );
  const nextWords = ({ meeting: day, lastDay }: ReachableMeeting) => ({
    meeting: <b>{inWords(day)}</b>,
    day: inWords(lastDay),
  });
  if (plan === null) {
    const next = nextMeeting(meetings, now, terms);
    if (next === null) return null;
    return (
      <section
        className="deadline"
        data-state="ample"
        aria-label={intl.formatMessage({ id: 'deadline.label' })}
      >
        <div className="deadline-words">
          <FormattedMessage id="deadline.unnamed" values={nextWords(next)} />
        </div>
        {take(next)}
      </section>
    );
  }
  const city = terms.zone.split('/').at(-1)?.replaceAll('_', ' ') ?? terms.zone;
  const zoneHere = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const reason = intl.formatMessage(
    { id: 'deadline.reason' },
    { days: terms.days, meeting: inWords(plan.meeting) },
  );
  const save = async () => {
    const outcome = await commands.saveDeadline(
      `${intl.formatMessage({ id: 'deadline.file' })}-${plan.lastDay}.ics`,
      {
        uid: `deadline-${session.id}@compact-desk`,
        day: plan.lastDay,
        title: intl.formatMessage(
          { id: 'deadline.event' },
          { title: title.trim() || intl.formatMessage({ id: 'deadline.untitled' }) },
        ),
        text: reason,
        remindDaysBefore,
      },
    );
    setSaved(outcome === 'cancelled' ? 'idle' : outcome);
  };

  return (
    <section
      className="deadline"
      data-state={plan.state}
      data-folded={!isUnfolded || undefined}
      aria-label={intl.formatMessage({ id: 'deadline.label' })}
    >
      <p className="deadline-left">
        {plan.state === 'passed' ? (
          <FormattedMessage id="deadline.passed" />
        ) : (
          <FormattedMessage id="deadline.left" values={{ days: plan.daysLeft }} />
        )}
      </p>
      <button
        type="button"
        className="text-button deadline-fold"
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <FormattedMessage id="deadline.details" />
      </button>
      <div className="deadline-words">
        {plan.state === 'passed' ? (
          <p>
            {plan.next === null ? (
              <FormattedMessage id="deadline.next" values={{ day: inWords(plan.lastDay) }} />
            ) : (
              <FormattedMessage id="deadline.nextIs" values={nextWords(plan.next)} />
            )}
          </p>
        ) : (
          <p>
            <FormattedMessage id="deadline.last" values={{ day: <b>{inWords(plan.lastDay)}</b>, city }} />{' '}
            {zoneHere !== terms.zone && (
              <FormattedMessage
                id="deadline.lastHere"
                values={{
                  moment: intl.formatDate(plan.lastMomentMs, {
                    weekday: 'long',
                    day: 'numeric',
                    month: 'long',
                    hour: '2-digit',
                    minute: '2-digit',
                    hourCycle: 'h23',
                    timeZone: zoneHere,
                  }),
                }}
              />
            )}
          </p>
        )}
        <p className="deadline-reason">
          <span>{reason}</span>
          <span>
            <FormattedMessage id="deadline.missing" values={{ count: errors }} />
          </span>
          {warnings > 0 && (
            <span>
              <FormattedMessage id="deadline.open" values={{ count: warnings }} />
            </span>
          )}
        </p>
        <DeadlineMissing session={session} onGoTo={onGoTo} />
      </div>
      {plan.state !== 'passed' && (
        <div
          className="deadline-line"
          aria-hidden
          style={{ gridTemplateColumns: trackOf(plan.daysLeft, terms.days) }}
        >
          <i />
          <i />
          <i />
        </div>
      )}
      {plan.next !== null && take(plan.next)}
      <div className="deadline-actions">
        {plan.state === 'passed' ? (
          <Button variant="quiet" onPress={() => onGoTo(terms.field)}>
            <FormattedMessage id="deadline.change" />
          </Button>
        ) : (
          <Button variant="quiet" icon={saved === 'saved' ? Check : CalendarPlus} onPress={() => void save()}>
            <FormattedMessage id={saved === 'idle' ? 'deadline.save' : `deadline.${saved}`} />
          </Button>
        )}
      </div>
    </section>
  );
};
