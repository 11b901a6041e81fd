import { FormattedMessage } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { navigate } from '#renderer/components/route.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';

/** Why a document is no longer on the Desk, and the way back. */
export const PresenceNote = ({ session }: { readonly session: DocumentSession }) => {
  const { presence } = useSessionPart(session, ({ summary: { presence } }) => ({ presence }));
  const commands = useCommands();
  if (presence === 'here') return null;
  const copy = async () => {
    const made = await commands.restoreAsCopy(session.id);
    if (made.ok) navigate({ room: 'document', id: made.value });
  };
  return (
    <div className="sheet-note">
      <Note tone="warning">
        <p>
          <FormattedMessage id={`editor.presence.${presence}`} />
        </p>
        <p>
          {presence === 'bin' && (
            <Button variant="secondary" onPress={() => void commands.putBack(session.id)}>
              <FormattedMessage id="editor.putBack" />
            </Button>
          )}{' '}
          <Button variant="secondary" onPress={() => void copy()}>
            <FormattedMessage id="editor.restoreCopy" />
          </Button>
        </p>
      </Note>
    </div>
  );
};
