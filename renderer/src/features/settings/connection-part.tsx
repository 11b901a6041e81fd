import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { About } from '#renderer/commands/about.ts';
import type { SpaceKind } from '#renderer/commands/app-state.ts';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { Failure } from '#shared/errors.ts';

const spaces = ['training', 'local'] as const;

/** Practise or Just write; each keeps its own documents. */
export const SpacePart = ({ space }: { readonly space: SpaceKind }) => {
  const intl = useIntl();
  const commands = useCommands();
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const change = async (kind: SpaceKind) => {
    const switched = await commands.switchSpace(kind);
    setRefusal(switched.ok ? null : switched.error);
  };
  return (
    <>
      <RadioSegments
        label={<span className="unseen">{intl.formatMessage({ id: 'settings.space' })}</span>}
        value={space}
        onChange={(value) => void change(value as SpaceKind)}
        options={spaces.map((value) => ({
          value,
          label: intl.formatMessage({ id: `settings.space.${value}` }),
        }))}
      />
      <p className="settings-quiet">
        <FormattedMessage id={`settings.space.${space}.text`} />
      </p>
      {refusal !== null && (
        <div className="settings-refusal" role="alert">
          <Note tone="error">
            <strong>
              <FormattedMessage id="settings.space.refused" />
            </strong>
            <p>
              {failureText(intl, refusal).what} {failureText(intl, refusal).next}
            </p>
          </Note>
        </div>
      )}
    </>
  );
};

type ServerPartProps = {
  readonly about: About;
  readonly onChanged: () => void;
};

/** The address of the Network's server: chosen in the desktop app, given by the page in the browser. */
export const ServerPart = ({ about, onChanged }: ServerPartProps) => {
  const commands = useCommands();
  const [draft, setDraft] = useState(about.serverUrl);
  const [outcome, setOutcome] = useState<'none' | 'set' | 'not-a-url' | 'not-https'>('none');
  if (about.edition === 'browser') {
    return (
      <>
        <p className="settings-address">
          <span className="isolate">{about.serverUrl}</span>
        </p>
        <p className="settings-quiet">
          <FormattedMessage id="settings.server.browser" />
        </p>
      </>
    );
  }
  const set = async () => {
    const answer = await commands.setServer(draft.trim());
    if (answer.ok) {
      setDraft(answer.value);
      setOutcome('set');
      onChanged();
    } else {
      setOutcome(answer.error);
    }
  };
  return (
    <div className="settings-fields">
      <TextInput
        label={<FormattedMessage id="settings.server.address" />}
        type="url"
        value={draft}
        onChange={(text) => {
          setDraft(text);
          setOutcome('none');
        }}
        help={<FormattedMessage id="settings.server.help" />}
        maxLength={2048}
        {...((outcome === 'not-a-url' || outcome === 'not-https') && {
          error: <FormattedMessage id={`settings.server.${outcome}`} />,
        })}
      />
      <div className="settings-action">
        <Button variant="secondary" onPress={() => void set()}>
          <FormattedMessage id="settings.server.use" />
        </Button>
        <span role="status">{outcome === 'set' && <FormattedMessage id="settings.server.set" />}</span>
      </div>
      <p className="settings-quiet">
        <FormattedMessage id="settings.server.spaces" />
      </p>
    </div>
  );
};
