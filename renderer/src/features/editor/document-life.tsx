import './document-life.css';
import { useId, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { openUpdate } from '#renderer/commands/documents-about.ts';
import { Button } from '#renderer/components/button.tsx';
import { hrefOf, navigate } from '#renderer/components/route.ts';
import { StageMark } from '#renderer/components/stage-mark.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useDesk } from '#renderer/hooks/use-desk.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import type { Failure } from '#shared/errors.ts';

/** What was written about a received pledge since: its updates and the pledges that match it, and how to begin one. */
export const DocumentLife = ({ session }: { readonly session: DocumentSession }) => {
  const intl = useIntl();
  const titleId = useId();
  const commands = useCommands();
  const desk = useDesk();
  const { kind, receipt } = useSessionPart(session, ({ summary: { kind, receipt } }) => ({ kind, receipt }));
  const [failure, setFailure] = useState<Failure | null>(null);
  if (kind !== 'pledge' || receipt === null || desk.state !== 'ready') return null;
  const about = desk.value
    .filter((other) => other.about === session.id && other.presence === 'here')
    .sort((a, b) => b.createdAt - a.createdAt);
  const begin = async (kind: 'pledge' | 'pledge-update') => {
    const begun = await commands.beginAbout(kind, session.id);
    if (begun.ok) navigate({ room: 'document', id: begun.value });
    else setFailure(begun.error);
  };
  const isUpdating = openUpdate(desk.value, session.id) !== undefined;
  return (
    <section className="form-row document-life" aria-labelledby={titleId}>
      <span className="form-margin" aria-hidden />
      <div className="form-body">
        <h2 id={titleId}>
          <FormattedMessage id="life.title" />
        </h2>
        {about.length === 0 ? (
          <p className="field-help">
            <FormattedMessage id="life.none" />
          </p>
        ) : (
          <ul>
            {about.map((other) => (
              <li key={other.id}>
                <StageMark stage={other.stage} />
                <a href={hrefOf({ room: 'document', id: other.id })}>
                  <FormattedMessage
                    id={other.kind === 'pledge-update' ? 'life.of.update' : 'life.of.match'}
                    values={{ when: <FormattedDate value={other.createdAt} dateStyle="medium" /> }}
                  />
                </a>
                {other.receipt !== null && (
                  <span className="field-help">
                    <FormattedMessage
                      id="life.received"
                      values={{ when: <FormattedDate value={other.receipt.receivedAt} dateStyle="medium" /> }}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {failure !== null && (
          <p role="alert">
            <FormattedMessage id="life.failed" values={{ what: failureText(intl, failure).what }} />
          </p>
        )}
        <p className="document-life-actions">
          <Button variant="secondary" onPress={() => void begin('pledge-update')}>
            <FormattedMessage id={isUpdating ? 'life.openUpdate' : 'life.update'} />
          </Button>
          <Button variant="quiet" onPress={() => void begin('pledge')}>
            <FormattedMessage id="life.match" />
          </Button>
        </p>
      </div>
    </section>
  );
};
