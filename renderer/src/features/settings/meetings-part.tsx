import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
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
  const inputId = useId();
  const [day, setDay] = useState('');
  const keep = (days: readonly string[]) => commands.setPreferences({ meetings: [...new Set(days)].sort() });
  const add = (event: React.FormEvent) => {
    event.preventDefault();
    if (!isCalendarDate(day)) return;
    keep([...meetings, day]);
    setDay('');
  };
  return (
    <>
      <ul className="settings-meetings">
        {all.map((meeting) => {
          const words = intl.formatDate(`${meeting}T12:00:00Z`, { dateStyle: 'full', timeZone: 'UTC' });
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
        <label className="control-label" htmlFor={inputId}>
          <FormattedMessage id="meetings.date" />
        </label>
        <input
          className="control"
          id={inputId}
          type="date"
          min="1900-01-01"
          max="2200-12-31"
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button variant="secondary" type="submit">
          <FormattedMessage id="meetings.add" />
        </Button>
      </form>
    </>
  );
};
