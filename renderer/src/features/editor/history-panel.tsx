import './history.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Note } from '#renderer/components/note.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useNow } from '#renderer/hooks/use-now.ts';
import { type ListedVersion, useHistoryTrouble, useVersions } from '#renderer/hooks/use-versions.ts';
import { useEditor } from './editor-context.ts';
import { NameVersion } from './name-version.tsx';
import { causeText, changesText, dayText } from './version-words.ts';

type HistoryPanelProps = { readonly reading: number | null; readonly onRead: (seq: number) => void };

const minuteMs = 60_000;

/** The versions of the document by day, and the way to keep one more. */
export const HistoryPanel = ({ reading, onRead }: HistoryPanelProps) => {
  const { session } = useEditor();
  const { receipt } = useSessionPart(session, ({ summary: { receipt } }) => ({ receipt }));
  const intl = useIntl();
  const commands = useCommands();
  const now = useNow(minuteMs);
  const versions = useVersions(session.id);
  const trouble = useHistoryTrouble();
  const [answer, setAnswer] = useState('');
  const days = Map.groupBy(versions ?? [], ({ at }) => new Date(at).toDateString());

  const keep = async (name: string) => {
    const kept = await commands.keepVersion(session.id, name === '' ? null : name);
    if (!kept.ok) setAnswer(intl.formatMessage({ id: 'history.notKept' }));
    else setAnswer(kept.value.isNew || name !== '' ? '' : intl.formatMessage({ id: 'history.keptAlready' }));
  };

  const entry = ({ seq, at, header }: ListedVersion) => {
    const time = intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    if (header === null) {
      return (
        <li key={seq} className="version">
          <time>{time}</time>
          <span>
            <FormattedMessage id="history.damaged" />
          </span>
        </li>
      );
    }
    const cause = causeText(intl, header, receipt?.round ?? 0, now);
    return (
      <li key={seq}>
        <button
          type="button"
          className="version"
          aria-current={reading === seq || undefined}
          onClick={() => onRead(seq)}
        >
          <time dateTime={new Date(at).toISOString()}>{time}</time>
          <span className="version-words">
            {header.name !== null && (
              <strong>
                <FormattedMessage id="history.named" values={{ name: <bdi>{header.name}</bdi> }} />
              </strong>
            )}
            <span>{cause}</span>
            <span className="version-meta">
              {changesText(intl, header)}
              {header.by !== '' && (
                <>
                  {' · '}
                  <bdi>{header.by}</bdi>
                </>
              )}
            </span>
          </span>
        </button>
      </li>
    );
  };

  return (
    <div className="checks-body">
      {trouble !== null && (
        <Note tone="warning">
          <FormattedMessage id="history.trouble" /> {failureText(intl, trouble).what}
        </Note>
      )}
      <NameVersion
        name=""
        action={intl.formatMessage({ id: 'history.keep' })}
        allowsNone
        onName={(name) => void keep(name)}
      />
      <p className="version-meta" role="status">
        {answer}
      </p>
      {versions?.length === 0 && (
        <p className="checks-none">
          <strong>
            <FormattedMessage id="history.none" />
          </strong>{' '}
          <FormattedMessage id="history.noneNext" />
        </p>
      )}
      {[...days].map(([day, list]) => (
        <section key={day}>
          <h3>{dayText(intl, list[0]?.at ?? now, now)}</h3>
          <ul>{list.map(entry)}</ul>
        </section>
      ))}
      <p className="checks-foot">
        <FormattedMessage id="history.foot" />
      </p>
    </div>
  );
};
