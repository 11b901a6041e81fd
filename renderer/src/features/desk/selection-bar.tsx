import './selection-bar.css';
import { Table2, Usb, X } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CopyOutcome } from '#renderer/commands/copy-choice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';

type SelectionBarProps = {
  readonly count: number;
  /** Whether Saved can be said: a browser only takes the file over. */
  readonly savesItself: boolean;
  readonly onExport: (withContacts: boolean) => Promise<CopyOutcome>;
  /** Goes to where a colleague's bundle of them is made. */
  readonly onHandOver: () => void;
  readonly onClear: () => void;
};

/** What can be done with the selected documents. Contact persons only when asked for, each time anew. */
export const SelectionBar = ({ count, savesItself, onExport, onHandOver, onClear }: SelectionBarProps) => {
  const intl = useIntl();
  const [withContacts, setWithContacts] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // What came of it is said as long as the same number is selected.
  const [done, setDone] = useState<{ readonly count: number; readonly outcome: CopyOutcome } | null>(null);
  const outcome = done?.count === count ? done.outcome : null;
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setDone({ count, outcome: await onExport(withContacts) });
    setBusy(false);
  };
  return (
    <section className="selection-bar" aria-label={intl.formatMessage({ id: 'register.bar' })}>
      <strong role="status" className="selection-count">
        <FormattedMessage id="register.selected" values={{ count }} />
      </strong>
      <Button
        variant="secondary"
        icon={Table2}
        isBusy={isBusy}
        busyLabel={intl.formatMessage({ id: 'register.busy' })}
        onPress={() => void run()}
      >
        <FormattedMessage id="register.export" />
      </Button>
      <Button variant="secondary" icon={Usb} onPress={onHandOver}>
        <FormattedMessage id="register.handOver" />
      </Button>
      <Checkbox isSelected={withContacts} onChange={setWithContacts}>
        <FormattedMessage id="register.contacts" />
      </Checkbox>
      <span className="selection-said" role="status">
        {isBusy ? (
          <FormattedMessage id="register.busy" />
        ) : outcome === null || outcome === 'printing' ? (
          <FormattedMessage id="register.hint" />
        ) : (
          <FormattedMessage
            id={
              outcome === 'saved' && !savesItself
                ? 'register.outcome.saved.browser'
                : `register.outcome.${outcome}`
            }
          />
        )}
      </span>
      <IconButton label={intl.formatMessage({ id: 'register.clear' })} icon={X} onPress={onClear} />
    </section>
  );
};
