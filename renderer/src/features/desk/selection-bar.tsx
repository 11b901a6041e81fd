import './selection-bar.css';
import { Table2, X } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CopyOutcome } from '#renderer/commands/copy-choice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';

type SelectionBarProps = {
  readonly count: number;
  readonly onExport: (withContacts: boolean) => Promise<CopyOutcome>;
  readonly onClear: () => void;
};

/** What can be done with the selected documents. Contact persons only when asked for, each time anew. */
export const SelectionBar = ({ count, onExport, onClear }: SelectionBarProps) => {
  const intl = useIntl();
  const [withContacts, setWithContacts] = useState(false);
  const [step, setStep] = useState<CopyOutcome | 'ready' | 'busy'>('ready');
  const run = async () => {
    if (step === 'busy') return;
    setStep('busy');
    setStep(await onExport(withContacts));
  };
  return (
    <section className="selection-bar" aria-label={intl.formatMessage({ id: 'register.bar' })}>
      <strong role="status" className="selection-count">
        <FormattedMessage id="register.selected" values={{ count }} />
      </strong>
      <Button
        variant="secondary"
        icon={Table2}
        isBusy={step === 'busy'}
        busyLabel={intl.formatMessage({ id: 'register.busy' })}
        onPress={() => void run()}
      >
        <FormattedMessage id="register.export" />
      </Button>
      <Checkbox isSelected={withContacts} onChange={setWithContacts}>
        <FormattedMessage id="register.contacts" />
      </Checkbox>
      <span className="selection-said" role="status">
        {step === 'ready' ? (
          <FormattedMessage id="register.hint" />
        ) : step === 'busy' ? (
          <FormattedMessage id="register.busy" />
        ) : (
          step !== 'printing' && <FormattedMessage id={`register.outcome.${step}`} />
        )}
      </span>
      <IconButton label={intl.formatMessage({ id: 'register.clear' })} icon={X} onPress={onClear} />
    </section>
  );
};
