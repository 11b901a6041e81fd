import { BookOpenCheck, FileInput, Handshake, NotebookText, Plus } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActionMenu } from '#renderer/components/action-menu.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { DocKind } from '#shared/domain/document.ts';

export const newKinds = [
  { kind: 'pledge', icon: Handshake },
  { kind: 'concept-note', icon: NotebookText },
  { kind: 'practice', icon: BookOpenCheck },
] as const;

type NewDocumentsProps = {
  readonly onCreate: (kind: DocKind) => void;
  /** Goes to the room in which files are brought in. */
  readonly onBringIn: () => void;
};

/** Begins a document of each kind: three buttons, or one with a menu where the window is narrow. */
export const NewDocuments = ({ onCreate, onBringIn }: NewDocumentsProps) => {
  const intl = useIntl();
  return (
    <>
      <fieldset className="desk-new-wide">
        <legend className="unseen">
          <FormattedMessage id="desk.new.group" />
        </legend>
        {newKinds.map(({ kind }) => (
          <Button key={kind} variant="secondary" icon={Plus} onPress={() => onCreate(kind)}>
            <span className="unseen">
              <FormattedMessage id="desk.new" />
            </span>
            <FormattedMessage id={`kind.${kind}`} />
          </Button>
        ))}
        <Button variant="quiet" icon={FileInput} onPress={onBringIn}>
          <FormattedMessage id="bring-in.open" />
        </Button>
      </fieldset>
      <div className="desk-new-narrow">
        <ActionMenu
          label={intl.formatMessage({ id: 'desk.new.group' })}
          trigger={
            <Button variant="primary" icon={Plus}>
              <FormattedMessage id="desk.new" />
            </Button>
          }
          actions={[
            ...newKinds.map(({ kind, icon }) => ({
              id: kind,
              label: intl.formatMessage({ id: `kind.${kind}` }),
              icon,
              onAction: () => onCreate(kind),
            })),
            {
              id: 'bring-in',
              label: intl.formatMessage({ id: 'bring-in.open' }),
              icon: FileInput,
              onAction: onBringIn,
            },
          ]}
        />
      </div>
    </>
  );
};
