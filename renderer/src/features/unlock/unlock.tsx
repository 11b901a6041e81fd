import './unlock.css';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { BrandMark } from '#renderer/components/brand-mark.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';

/** A passphrase stands before the documents of this laptop. */
export const Unlock = () => {
  const intl = useIntl();
  const commands = useCommands();
  const [passphrase, setPassphrase] = useState('');
  const [attempt, setAttempt] = useState<'none' | 'opening' | 'empty' | 'wrong'>('none');

  const open = async () => {
    if (passphrase === '') {
      setAttempt('empty');
      return;
    }
    setAttempt('opening');
    if (!(await commands.unlock(passphrase))) setAttempt('wrong');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (attempt !== 'opening') void open();
  };
  const isRefused = attempt === 'wrong' || attempt === 'empty';

  return (
    <main className="unlock">
      <form className="unlock-form" onSubmit={onSubmit}>
        <p className="unlock-brand">
          <BrandMark />
          <FormattedMessage id="frame.app" />
        </p>
        <h1 className="unlock-title">
          <FormattedMessage id="unlock.title" />
        </h1>
        <p className="unlock-text">
          <FormattedMessage id="unlock.text" />
        </p>
        <TextInput
          label={<FormattedMessage id="unlock.passphrase" />}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          {...(isRefused && { error: <FormattedMessage id={`unlock.${attempt}`} /> })}
        />
        <div className="unlock-action">
          <Button
            variant="primary"
            size="large"
            type="submit"
            isBusy={attempt === 'opening'}
            busyLabel={intl.formatMessage({ id: 'unlock.opening' })}
          >
            <FormattedMessage id="unlock.open" />
          </Button>
        </div>
        <p className="unlock-foot">
          <FormattedMessage id="unlock.foot" />
        </p>
      </form>
    </main>
  );
};
