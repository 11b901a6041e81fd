import { FormattedDate, FormattedMessage, FormattedTime } from 'react-intl';
import { dayOf } from '#renderer/components/day-of.ts';

type MomentWordsProps = {
  readonly at: number;
  readonly now: number;
  /** `at`: "at 14:03" today; `day`: "today at 14:03". */
  readonly form: 'at' | 'day';
};

/** A moment in the middle of a sentence, as short as the day allows. */
export const MomentWords = ({ at, now, form }: MomentWordsProps) => {
  const day = dayOf(at, now);
  const time = <FormattedTime value={at} hour="2-digit" minute="2-digit" hourCycle="h23" />;
  if (day === 'today') return <FormattedMessage id={`frame.moment.${form}.today`} values={{ time }} />;
  if (day === 'yesterday') return <FormattedMessage id="frame.moment.yesterday" values={{ time }} />;
  const date = (
    <FormattedDate value={at} day="numeric" month="short" {...(day === 'earlier' && { year: 'numeric' })} />
  );
  return <FormattedMessage id="frame.moment.date" values={{ date, time }} />;
};
