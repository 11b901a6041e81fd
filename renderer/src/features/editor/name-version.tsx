import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';

const longestName = 120;

type NameVersionProps = {
  readonly name: string;
  readonly action: string;
  /** An empty name is an answer too. */
  readonly allowsNone?: boolean;
  readonly autoFocus?: boolean;
  readonly onName: (name: string) => void;
};

/** One line in which a version gets its name. */
export const NameVersion = ({
  name,
  action,
  allowsNone = false,
  autoFocus = false,
  onName,
}: NameVersionProps) => {
  const { formatMessage } = useIntl();
  const [draft, setDraft] = useState(name);
  return (
    <form
      className="name-version"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() === '' && !allowsNone) return;
        onName(draft.trim());
        if (allowsNone) setDraft('');
      }}
    >
      <TextInput
        label={formatMessage({ id: 'history.name' })}
        isOptional={allowsNone}
        value={draft}
        onChange={setDraft}
        placeholder={formatMessage({ id: 'history.nameExample' })}
        maxLength={longestName}
        autoFocus={autoFocus}
      />
      <Button variant="secondary" type="submit">
        {action}
      </Button>
    </form>
  );
};
