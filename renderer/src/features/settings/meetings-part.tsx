import type { CalendarDate } from '@internationalized/date';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { DayInput } from '#renderer/components/day-input.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useCalendar } from '#renderer/hooks/use-calendar.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useMeetings, useToldMeetings } from '#renderer/hooks/use-meetings.ts';
import { usePreferences } from '#renderer/hooks/use-profile.ts';
import { isCalendarDate } from '#shared/domain/calendar.ts';

/** The meetings of the Steering Committee, told by the Network or typed in; a concept note counts from one of them. */
export const MeetingsPart = () => {
  const intl = useIntl();
  const commands = useCommands();
  const { meetings } = usePreferences();
  const told = useToldMeetings();
  const all = useMeetings();
  const labelId = useId();
  const calendar = useCalendar();
  const [day, setDay] = useState<CalendarDate | null>(null);
  const keep = (days: readonly string[]) => commands.setPreferences({ meetings: [...new Set(days)].sort() });
  const add = (event: React.FormEvent) => {
    event.preventDefault();
    const text = day?.toString();
    if (text === undefined || !isCalendarDate(text)) return;
    keep([...meetings, text]);
    setDay(null);
  };
  return (
    <>
      <ul className="settings-meetings">
        {all.map((meeting) => {
          const words = new Intl.DateTimeFormat(`${intl.locale}-u-ca-${calendar}`, {
            dateStyle: 'full',
            timeZone: 'UTC',
          }).format(new Date(`${meeting}T12:00:00Z`));
          return (
            <li key={meeting}>
              <span>{words}</span>
              {told.includes(meeting) ? (
                <small>
                  <FormattedMessage id="meetings.told" />
                </small>
              ) : (
                <IconButton
                  label={intl.formatMessage({ id: 'meetings.remove' }, { meeting: words })}
                  icon={X}
                  onPress={() => keep(meetings.filter((other) => other !== meeting))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <form className="settings-meeting-new" onSubmit={add}>
        <span className="control-label" id={labelId}>
          <FormattedMessage id="meetings.date" />
        </span>
        <DayInput calendar={calendar} labelId={labelId} value={day} onChange={setDay} />
        <Button variant="secondary" type="submit">
          <FormattedMessage id="meetings.add" />
        </Button>
      </form>
    </>
  );
};
