import './new-documents.css';
import {
  BookOpenCheck,
  ChevronDown,
  FileInput,
  Handshake,
  NotebookText,
  Plus,
  RefreshCw,
} from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActionMenu } from '#renderer/components/action-menu.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { DocKind } from '#shared/domain/document.ts';

export const newKinds = [
  { kind: 'pledge', icon: Handshake },
  { kind: 'concept-note', icon: NotebookText },
  { kind: 'practice', icon: BookOpenCheck },
] as const;

/** What is begun about a pledge, wherever that was written: on the web form years ago, say. */
const aboutPledges = [
  { kind: 'pledge-update', icon: RefreshCw },
  { kind: 'matching-pledge', icon: Handshake },
] as const;

export type NewDocument = DocKind | 'matching-pledge';

type NewDocumentsProps = {
  readonly onCreate: (what: NewDocument) => void;
  /** Goes to the room in which files are brought in. */
  readonly onBringIn: () => void;
};

/** Begins a document: a button for each of the three kinds and a menu for the rest, or one menu where the window is narrow. */
export const NewDocuments = ({ onCreate, onBringIn }: NewDocumentsProps) => {
  const intl = useIntl();
  const about = aboutPledges.map(({ kind, icon }) => ({
    id: kind,
    label: intl.formatMessage({ id: `desk.new.${kind}` }),
    icon,
    onAction: () => onCreate(kind),
  }));
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
        <ActionMenu
          label={intl.formatMessage({ id: 'desk.new.about' })}
          trigger={
            <Button variant="secondary" icon={ChevronDown}>
              <span className="unseen">
                <FormattedMessage id="desk.new.about" />
              </span>
            </Button>
          }
          actions={about}
        />
      </fieldset>
      <div className="desk-bring-in">
        <Button variant="quiet" icon={FileInput} onPress={onBringIn}>
          <FormattedMessage id="bring-in.open" />
        </Button>
      </div>
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
            ...about,
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
