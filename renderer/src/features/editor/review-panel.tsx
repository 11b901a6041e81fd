import './review-panel.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CommentThread } from '#renderer/commands/comment-threads.ts';
import { Button } from '#renderer/components/button.tsx';
import { WordMarks } from '#renderer/components/word-marks.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import { type NumberedField, numberedFields } from '#shared/domain/template.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentThreadView } from './comment-thread-view.tsx';
import { useEditor } from './editor-context.ts';

type ReviewPanelProps = {
  readonly currentField: FieldPath | null;
  readonly onGoTo: (path: FieldPath) => void;
};

/** Words that are marked in the form now: what a new comment would quote. */
const markedWords = (field: string): string | null => {
  const active = document.activeElement;
  const control =
    active instanceof HTMLTextAreaElement
      ? active
      : document.querySelector<HTMLTextAreaElement>(`[data-path="${CSS.escape(field)}"] textarea`);
  if (control === null) return null;
  const words = control.value.slice(control.selectionStart, control.selectionEnd).trim();
  return words === '' ? null : words;
};

/** What reviewers and colleagues ask, and what changed since the document was received last. */
export const ReviewPanel = ({ currentField, onGoTo }: ReviewPanelProps) => {
  const { session } = useEditor();
  const { threads, since } = useSessionPart(session, ({ threads, since }) => ({ threads, since }));
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const [about, setAbout] = useState<{
    readonly path: FieldPath | null;
    readonly quote: string | null;
  } | null>(null);
  const numbered = numberedFields(session.template);
  const entryOf = (path: FieldPath | null): NumberedField | undefined =>
    path === null ? undefined : numbered.find(({ field }) => field.id === rootOf(path));
  const placeOf = (path: FieldPath | null): string => {
    const entry = entryOf(path);
    return entry === undefined
      ? formatMessage({ id: 'review.whole' })
      : formatMessage({ id: 'review.place' }, { number: entry.number, label: read(entry.field.label) });
  };
  const current = entryOf(currentField);
  const place = (thread: CommentThread) => (
    <p className="check-field">
      {thread.path === null ? (
        placeOf(null)
      ) : (
        <button type="button" className="text-button" onClick={() => onGoTo(thread.path ?? '')}>
          {placeOf(thread.path)}
        </button>
      )}
    </p>
  );
  return (
    <div className="checks-body">
      {threads.length === 0 && (
        <p className="checks-none">
          <strong>
            <FormattedMessage id="review.none" />
          </strong>{' '}
          <FormattedMessage id="review.noneNext" />
        </p>
      )}
      {threads.length > 0 && (
        <section>
          <h3>
            <FormattedMessage id="review.threads" values={{ count: threads.length }} />
          </h3>
          {threads.map((thread) => (
            <CommentThreadView key={thread.id} thread={thread} place={place(thread)} />
          ))}
        </section>
      )}
      <section>
        {about === null ? (
          <p className="review-new">
            <Button
              variant="secondary"
              onPress={() =>
                setAbout({
                  path: current?.field.id ?? null,
                  quote: current === undefined ? null : markedWords(current.field.id),
                })
              }
            >
              {current === undefined ? (
                <FormattedMessage id="review.newWhole" />
              ) : (
                <FormattedMessage
                  id="review.new"
                  values={{ number: current.number, label: read(current.field.label) }}
                />
              )}
            </Button>
          </p>
        ) : (
          <CommentForm
            label={`${formatMessage({ id: 'review.newLabel' })} – ${placeOf(about.path)}`}
            path={about.path}
            quote={about.quote}
            thread={null}
            onDone={() => setAbout(null)}
          />
        )}
      </section>
      {since !== null && (
        <section>
          <h3>
            <FormattedMessage
              id={since.fields.length === 0 ? 'review.sinceNone' : 'review.since'}
              values={{ round: since.round, count: since.fields.length }}
            />
          </h3>
          <ul>
            {since.fields.map(({ field, marks }) => {
              const entry = entryOf(field);
              return (
                <li className="check" key={field}>
                  <b aria-hidden>{entry?.number}</b>
                  <div>
                    <button type="button" className="text-button" onClick={() => onGoTo(field)}>
                      {placeOf(field)}
                    </button>
                    {marks === null ? (
                      <p>
                        <FormattedMessage id="review.changedOther" />
                      </p>
                    ) : (
                      <p className="doc-text review-marks" dir="auto">
                        <WordMarks marks={marks} shortens />
                      </p>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
};
