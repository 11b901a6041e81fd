import './upgrade-note.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useNewestTemplate } from '#renderer/hooks/use-newest-template.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { NumberedField } from '#shared/domain/template.ts';
import { templateDifference } from '#shared/domain/template-difference.ts';
import type { Failure } from '#shared/errors.ts';

const parts = ['added', 'moved', 'changed', 'gone'] as const;

type PartProps = {
  readonly what: (typeof parts)[number];
  readonly entries: readonly (NumberedField & { readonly isAnswered?: boolean })[];
};

const Part = ({ what, entries }: PartProps) => {
  const read = useLocalized();
  if (entries.length === 0) return null;
  return (
    <>
      <h2>
        <FormattedMessage id={`upgrade.${what}`} />
      </h2>
      <ul>
        {entries.map(({ number, field, section, isAnswered }) => (
          <li key={field.id}>
            <FormattedMessage
              id="upgrade.place"
              values={{ number, label: read(field.label), section: read(section.title) }}
            />
            {isAnswered === true && (
              <>
                {' · '}
                <FormattedMessage id="upgrade.answered" />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Says that a newer version of the form is there, what it asks otherwise, and takes the draft over. */
export const UpgradeNote = ({ session }: { readonly session: DocumentSession }) => {
  const intl = useIntl();
  const commands = useCommands();
  const [isOpen, setOpen] = useState(false);
  const { values, readOnly, kind } = useSessionPart(session, ({ values, readOnly, summary }) => ({
    values: isOpen ? values : null,
    readOnly,
    kind: summary.kind,
  }));
  const newest = useNewestTemplate(kind);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (readOnly || newest.version <= session.template.version) return null;
  const difference = values && templateDifference(session.template, newest, values);
  const upgrade = async () => {
    const done = await commands.upgradeTemplate(session.id);
    if (!done.ok) setFailure(done.error);
  };
  return (
    <div className="sheet-note upgrade-note">
      <Note tone="plain">
        <p>
          <FormattedMessage
            id="upgrade.there"
            values={{ version: newest.version, current: session.template.version }}
          />
        </p>
        {difference !== null && (
          <>
            {parts.map((what) => (
              <Part key={what} what={what} entries={difference[what]} />
            ))}
            {parts.every((what) => difference[what].length === 0) && (
              <p>
                <FormattedMessage id="upgrade.nothing" />
              </p>
            )}
            <p>
              <FormattedMessage id="upgrade.keeps" />
            </p>
          </>
        )}
        {failure !== null && <p role="alert">{failureText(intl, failure).what}</p>}
        <p className="upgrade-actions">
          <Button variant="quiet" onPress={() => setOpen(!isOpen)}>
            <FormattedMessage id={isOpen ? 'upgrade.hide' : 'upgrade.show'} />
          </Button>
          {isOpen && (
            <Button variant="secondary" onPress={() => void upgrade()}>
              <FormattedMessage id="upgrade.do" values={{ version: newest.version }} />
            </Button>
          )}
        </p>
      </Note>
    </div>
  );
};
