import { LockKeyhole, LockOpen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SpaceKind } from '#renderer/commands/app-state.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { Protection } from '#shared/ipc/channels.ts';
import { type PassphraseDraft, passphraseFault, shortestPassphrase } from './passphrase-draft.ts';

const empty: PassphraseDraft = { first: '', second: '' };

type ProtectionPartProps = {
  readonly space: SpaceKind;
  readonly protection: Protection;
  readonly canSetPassphrase: boolean;
};

/** How the documents are locked on this laptop, said plainly, and the passphrase. */
export const ProtectionPart = ({ space, protection, canSetPassphrase }: ProtectionPartProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const [draft, setDraft] = useState(empty);
  const [step, setStep] = useState<'rest' | 'typing' | 'refused' | 'busy' | 'impossible' | 'removing'>(
    'rest',
  );
  const fault = step === 'refused' ? passphraseFault(draft) : null;
  const isTyping = step === 'typing' || step === 'refused' || step === 'busy';

  const put = async (passphrase: string | null) => {
    setStep('busy');
    const isDone = await commands.setPassphrase(passphrase);
    setDraft(empty);
    setStep(isDone ? 'rest' : 'impossible');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (step === 'busy') return;
    if (passphraseFault(draft) === null) void put(draft.first);
    else setStep('refused');
  };

  return (
    <div className="settings-fields">
      <Note
        tone={protection === 'none' ? 'warning' : 'plain'}
        icon={protection === 'none' ? LockOpen : LockKeyhole}
      >
        <strong>
          <FormattedMessage id={`settings.protection.${protection}`} />
        </strong>
        <p>
          <FormattedMessage id={`settings.protection.${protection}.text`} />
        </p>
        {(protection === 'passphrase' || canSetPassphrase) && (
          <p>
            <FormattedMessage id={`settings.passphrase.covers.${space}`} />
          </p>
        )}
      </Note>
      {step === 'impossible' && (
        <div role="alert">
          <Note tone="error">
            <FormattedMessage id="settings.passphrase.impossible" />
          </Note>
        </div>
      )}
      {!canSetPassphrase && (
        <p className="settings-quiet">
          <FormattedMessage id="settings.passphrase.cannot" />
        </p>
      )}
      {canSetPassphrase && !isTyping && (
        <div className="settings-action">
          <Button variant="secondary" onPress={() => setStep('typing')}>
            <FormattedMessage
              id={protection === 'passphrase' ? 'settings.passphrase.change' : 'settings.passphrase.set'}
            />
          </Button>
          {protection === 'passphrase' && (
            <Button variant="destructive" onPress={() => setStep('removing')}>
              <FormattedMessage id="settings.passphrase.remove" />
            </Button>
          )}
        </div>
      )}
      {isTyping && (
        <form className="settings-fields" onSubmit={onSubmit}>
          <TextInput
            label={<FormattedMessage id="settings.passphrase.new" />}
            type="password"
            autoComplete="new-password"
            value={draft.first}
            onChange={(first) => setDraft({ ...draft, first })}
            help={<FormattedMessage id="settings.passphrase.help" values={{ count: shortestPassphrase }} />}
            autoFocus
            {...(fault === 'too-short' && {
              error: (
                <FormattedMessage id="settings.passphrase.too-short" values={{ count: shortestPassphrase }} />
              ),
            })}
          />
          <TextInput
            label={<FormattedMessage id="settings.passphrase.again" />}
            type="password"
            autoComplete="new-password"
            value={draft.second}
            onChange={(second) => setDraft({ ...draft, second })}
            {...(fault === 'differs' && { error: <FormattedMessage id="settings.passphrase.differs" /> })}
          />
          <Note tone="warning">
            <FormattedMessage id="settings.passphrase.loss" />
          </Note>
          <div className="settings-action">
            <Button
              variant="secondary"
              type="submit"
              isBusy={step === 'busy'}
              busyLabel={intl.formatMessage({ id: 'settings.passphrase.busy' })}
            >
              <FormattedMessage id="settings.passphrase.set" />
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                setDraft(empty);
                setStep('rest');
              }}
            >
              <FormattedMessage id="settings.passphrase.leave" />
            </Button>
          </div>
        </form>
      )}
      <Dialog
        title={<FormattedMessage id="settings.passphrase.remove.title" />}
        isOpen={step === 'removing'}
        onClose={() => setStep('rest')}
        actions={
          <>
            <Button variant="destructive" onPress={() => void put(null)}>
              <FormattedMessage id="settings.passphrase.remove" />
            </Button>
            <Button variant="primary" onPress={() => setStep('rest')} autoFocus>
              <FormattedMessage id="settings.passphrase.keep" />
            </Button>
          </>
        }
      >
        <FormattedMessage id="settings.passphrase.remove.text" />
      </Dialog>
    </div>
  );
};
