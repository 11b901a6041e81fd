import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Failure } from '#shared/errors.ts';
import { useEditor } from './editor-context.ts';

type CommentFormProps = {
  readonly label: string;
  readonly path: FieldPath | null;
  readonly quote: string | null;
  /** The thread that is answered; null begins one. */
  readonly thread: string | null;
  readonly onDone: () => void;
};

/** Where a comment is written. It is kept on this laptop first, and sent when there is a connection. */
export const CommentForm = ({ label, path, quote, thread, onDone }: CommentFormProps) => {
  const { session } = useEditor();
  const commands = useCommands();
  const intl = useIntl();
  const id = useId();
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (resolves: boolean) => {
    if (text.trim() === '') return;
    const written = await commands.comment(session.id, { path, quote, thread, text, resolves });
    if (written.ok) onDone();
    else setFailure(written.error);
  };
  return (
    <div className="comment-form">
      <label htmlFor={id}>{label}</label>
      {quote !== null && (
        <p className="comment-who">
          <FormattedMessage id="review.quote" /> <q className="doc-text">{quote}</q>
        </p>
      )}
      <textarea
        id={id}
        className="control"
        dir="auto"
        spellCheck
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {failure !== null && (
        <p className="field-notice" role="alert">
          {failureText(intl, failure).what}
        </p>
      )}
      <div className="comment-actions">
        <Button variant="primary" onPress={() => void send(false)}>
          <FormattedMessage id="review.send" />
        </Button>
        {thread !== null && (
          <Button variant="secondary" onPress={() => void send(true)}>
            <FormattedMessage id="review.sendClose" />
          </Button>
        )}
        <Button variant="quiet" onPress={onDone}>
          <FormattedMessage id="review.cancel" />
        </Button>
      </div>
    </div>
  );
};
