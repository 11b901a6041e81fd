import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Profile } from '#renderer/commands/profile.ts';
import { Button } from '#renderer/components/button.tsx';
import { ComboBox } from '#renderer/components/combo-box.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useProfile } from '#renderer/hooks/use-profile.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { Failure } from '#shared/errors.ts';

const longestLine = 300;

/** Who writes here. */
export const ProfilePart = () => {
  const intl = useIntl();
  const commands = useCommands();
  const saved = useProfile();
  const { countries } = useVocabulary();
  const localized = useLocalized();
  const [draft, setDraft] = useState<Profile>(saved);
  const [outcome, setOutcome] = useState<'none' | 'saved' | Failure>('none');
  const isChanged =
    draft.name !== saved.name || draft.organization !== saved.organization || draft.country !== saved.country;
  const change = (part: Partial<Profile>) => {
    setDraft({ ...draft, ...part });
    setOutcome('none');
  };
  const save = async () => {
    const written = await commands.saveProfile(draft);
    setOutcome(written.ok ? 'saved' : written.error);
  };
  return (
    <div className="settings-fields">
      <TextInput
        label={<FormattedMessage id="settings.name" />}
        autoComplete="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={longestLine}
      />
      <TextInput
        label={<FormattedMessage id="settings.organization" />}
        autoComplete="organization"
        value={draft.organization}
        onChange={(organization) => change({ organization })}
        maxLength={longestLine}
      />
      <ComboBox
        label={<FormattedMessage id="settings.country" />}
        value={draft.country}
        onChange={(country) => change({ country })}
        options={countries.map(({ code, name }) => ({ value: code, label: localized(name) }))}
        isOptional
      />
      {typeof outcome === 'object' && (
        <Note tone="error">
          <strong>{failureText(intl, outcome).what}</strong> {failureText(intl, outcome).next}
        </Note>
      )}
      <div className="settings-action">
        <Button
          variant="secondary"
          disabledReason={isChanged ? undefined : intl.formatMessage({ id: 'settings.profile.unchanged' })}
          onPress={() => void save()}
        >
          <FormattedMessage id="settings.profile.save" />
        </Button>
        <span role="status">
          {outcome === 'saved' && !isChanged && <FormattedMessage id="settings.profile.saved" />}
        </span>
      </div>
    </div>
  );
};
