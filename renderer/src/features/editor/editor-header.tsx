import './editor-header.css';
import { ChevronLeft, Trash2 } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CopyChoice, CopyFormat } from '#renderer/commands/copy-choice.ts';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { navigate } from '#renderer/components/route.ts';
import { StageMark } from '#renderer/components/stage-mark.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { canHandOver } from '#shared/domain/review.ts';
import { useEditor } from './editor-context.ts';
import { ExportMenu } from './export-menu.tsx';

const mostCountries = 3;

/** Back, what document this is, where it stands, and the two things to do with it. */
export const EditorHeader = () => {
  const { session, vocabulary } = useEditor();
  const { kind, title, countries, stage, presence, receipt, role } = useSessionPart(
    session,
    ({ role, summary: { kind, title, countries, stage, presence, receipt } }) => ({
      kind,
      title,
      countries,
      stage,
      presence,
      receipt,
      role,
    }),
  );
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const commands = useCommands();
  const names = countries.slice(0, mostCountries).map((code) => {
    const term = vocabulary.countries.find((candidate) => candidate.code === code);
    return term === undefined ? code : read(term.name);
  });
  const canSubmit = (stage === 'draft' || stage === 'returned') && canHandOver(role);
  const more = countries.length - names.length;

  const canBin = presence === 'here' && stage === 'draft' && receipt === null && role === 'author';
  const toBin = async () => {
    const binned = await commands.bin(session.id);
    if (binned.ok) navigate({ room: 'desk' });
  };

  const exportDocument = async (format: CopyFormat, choice: CopyChoice) => {
    await session.flush();
    return commands.exportDocument(session.id, format, choice);
  };
  const submit = async () => {
    await session.flush();
    navigate({ room: 'submit', id: session.id });
  };

  return (
    <header className="editor-header">
      <IconButton
        label={formatMessage({ id: 'editor.back' })}
        icon={ChevronLeft}
        mirrors
        onPress={() => navigate({ room: 'desk' })}
      />
      <div className="editor-name">
        <p className="editor-crumb">
          <KindIcon kind={kind} size="small" />
          <span className="one-line">
            <FormattedMessage id={`kind.${kind}`} />
            {names.map((name) => (
              <span className="editor-crumb-part" key={name}>
                {name}
              </span>
            ))}
            {more > 0 && (
              <span className="editor-crumb-part">
                <FormattedMessage id="editor.moreCountries" values={{ count: more }} />
              </span>
            )}
          </span>
        </p>
        <h1
          className="editor-title doc-text"
          dir="auto"
          tabIndex={-1}
          data-untitled={title === '' || undefined}
        >
          {title === '' ? <FormattedMessage id={`editor.untitled.${kind}`} /> : title}
        </h1>
      </div>
      <StageMark stage={stage} chip />
      <div className="editor-actions">
        {canBin && (
          <IconButton
            label={formatMessage({ id: 'editor.bin' })}
            icon={Trash2}
            onPress={() => void toBin()}
          />
        )}
        <ExportMenu
          kind={kind}
          makesPdf={commands.makesPdf}
          onExport={exportDocument}
          onHandOver={() => navigate({ room: 'hand-over', docs: [session.id] })}
        />
        <Button variant={canSubmit ? 'primary' : 'secondary'} onPress={() => void submit()}>
          <FormattedMessage id={canSubmit ? 'editor.submit' : 'submit.stands'} />
        </Button>
      </div>
    </header>
  );
};
