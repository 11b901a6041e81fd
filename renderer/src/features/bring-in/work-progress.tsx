import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';

type WorkProgressProps = {
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
  /** What the bar says. */
  readonly message: 'bring-in.reading.rows' | 'bring-in.making.count';
  readonly onStop: () => void;
};

/** How far reading or making has come, and the button that stops it. */
export const WorkProgress = ({ done, total, message, onStop }: WorkProgressProps) => {
  const intl = useIntl();
  return (
    <>
      {total > 0 && (
        <ProgressBar label={intl.formatMessage({ id: message }, { done, total })} value={done} max={total} />
      )}
      <Button variant="secondary" onPress={onStop}>
        <FormattedMessage id="bring-in.cancel" />
      </Button>
    </>
  );
};
