import { X } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BundleProgress as Progress } from '#renderer/commands/bundle/bundle-view.ts';
import { Button } from '#renderer/components/button.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';

type BundleProgressProps = { readonly progress: Progress; readonly onCancel: () => void };

/** What is being done with a bundle, how much of it is done, and Cancel. */
export const BundleProgress = ({ progress, onCancel }: BundleProgressProps) => {
  const intl = useIntl();
  const { phase, done, total } = progress;
  return (
    <div className="bundle-progress">
      <ProgressBar
        label={intl.formatMessage({ id: `bundle.progress.${phase}` })}
        value={done}
        max={total}
        numbers={total > 0 && <FormattedMessage id="bundle.progress.numbers" values={{ done, total }} />}
      />
      <Button variant="secondary" icon={X} onPress={onCancel}>
        <FormattedMessage id="bundle.cancel" />
      </Button>
    </div>
  );
};
