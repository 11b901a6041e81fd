import { type ReactNode, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { CommentEntry, CommentThread } from '#renderer/commands/comment-threads.ts';
import { Button } from '#renderer/components/button.tsx';
import { failureText } from '#renderer/error-text.ts';
import { CommentForm } from './comment-form.tsx';

const Entry = ({ entry }: { readonly entry: CommentEntry }) => {
  const intl = useIntl();
  return (
    <div>
      <p className="comment-who">
        {entry.author === null ? (
          <FormattedMessage id="review.you" />
        ) : (
          <FormattedMessage
            id="review.who"
            values={{
              name: <bdi>{entry.author.name}</bdi>,
              voice: intl.formatMessage({ id: `review.voice.${entry.author.voice}` }),
            }}
          />
        )}
        {' · '}
        {entry.author === null && entry.refusal === null ? (
          <FormattedMessage id="review.waits" />
        ) : (
          <FormattedDate value={entry.madeAt} dateStyle="medium" timeStyle="short" />
        )}
        {entry.resolves && (
          <>
            {' · '}
            <FormattedMessage id="review.closes" />
          </>
        )}
      </p>
      <p className="comment-text" dir="auto">
        {entry.text}
      </p>
      {entry.refusal !== null && (
        <p className="field-notice">
          <FormattedMessage
            id="review.refused"
            values={{ reason: failureText(intl, { code: entry.refusal }).what }}
          />
        </p>
      )}
    </div>
  );
};

type CommentThreadViewProps = { readonly thread: CommentThread; readonly place: ReactNode };

/** One thread; an answered one folds to a line. */
export const CommentThreadView = ({ thread, place }: CommentThreadViewProps) => {
  const [answers, setAnswers] = useState(false);
  const { formatMessage } = useIntl();
  const body = (
    <>
      {place}
      {thread.quote !== null && (
        <blockquote className="doc-text" dir="auto">
          <q>{thread.quote}</q>
        </blockquote>
      )}
      {thread.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {answers ? (
        <CommentForm
          label={formatMessage({ id: 'review.answerLabel' })}
          path={thread.path}
          quote={null}
          thread={thread.id}
          onDone={() => setAnswers(false)}
        />
      ) : (
        <Button variant="secondary" onPress={() => setAnswers(true)}>
          <FormattedMessage id="review.answer" />
        </Button>
      )}
    </>
  );
  if (thread.isOpen) {
    return (
      <div className="thread" data-open>
        {body}
      </div>
    );
  }
  return (
    <details className="thread">
      <summary>
        <FormattedMessage
          id="review.closed"
          values={{ text: (thread.entries[0]?.text ?? '').slice(0, 80) }}
        />
      </summary>
      {body}
    </details>
  );
};
