import type { LucideIcon } from 'lucide-react';
import { History, ListChecks, MessageSquareText, UsersRound, X } from 'lucide-react';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useSpace } from '#renderer/hooks/use-space.ts';
import { useVersionCount } from '#renderer/hooks/use-versions.ts';
import type { MessageId } from '#renderer/i18n/message-id.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { useEditor } from './editor-context.ts';
import type { TextSpan } from './focus-field.ts';
import { HistoryPanel } from './history-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';

export type PanelTab = 'checks' | 'review' | 'history' | 'people';

export const panelWords = {
  checks: 'editor.checks',
  review: 'review.tab',
  history: 'history.tab',
  people: 'people.tab',
} as const satisfies Readonly<Record<PanelTab, MessageId>>;

type Tab = {
  readonly id: PanelTab;
  readonly icon: LucideIcon;
  readonly count: number;
  readonly message: 'editor.checks.count' | 'review.count' | 'history.count' | 'people.count';
};

/** The tabs of the side panel, each with its count. Nobody else takes part where there is no Network. */
export const usePanelTabs = (session: DocumentSession): readonly Tab[] => {
  const { checks, threads, people } = useSessionPart(session, ({ findings, summary, members }) => ({
    checks: findings.length,
    threads: summary.openThreads,
    people: members.length,
  }));
  const versions = useVersionCount(session.id);
  const isAlone = useSpace().sync === null;
  const tabs: readonly Tab[] = [
    { id: 'checks', icon: ListChecks, count: checks, message: 'editor.checks.count' },
    { id: 'review', icon: MessageSquareText, count: threads, message: 'review.count' },
    { id: 'history', icon: History, count: versions, message: 'history.count' },
    { id: 'people', icon: UsersRound, count: people, message: 'people.count' },
  ];
  return isAlone ? tabs.filter(({ id }) => id !== 'people') : tabs;
};

type SidePanelProps = {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly currentField: FieldPath | null;
  readonly onGoTo: (path: FieldPath, span?: TextSpan) => void;
  readonly onClose: () => void;
  /** The version that is read in the place of the form; null: none. */
  readonly reading: number | null;
  readonly onRead: (seq: number) => void;
};

/** What helps beside the form: what the checks found, what the reviewers ask, who takes part. */
export const SidePanel = ({ tab, onTab, currentField, onGoTo, onClose, reading, onRead }: SidePanelProps) => {
  const { session } = useEditor();
  const { formatMessage } = useIntl();
  const base = useId();
  const tabs = usePanelTabs(session);
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const isForward = (event.key === 'ArrowRight') !== (document.dir === 'rtl');
    const at = tabs.findIndex(({ id }) => id === tab) + (isForward ? 1 : -1);
    const other = tabs.at(at % tabs.length);
    if (other === undefined) return;
    onTab(other.id);
    document.getElementById(`${base}${other.id}`)?.focus();
  };
  return (
    <aside className="checks" aria-label={formatMessage({ id: panelWords[tab] })}>
      <div className="checks-head">
        <div
          className="panel-tabs"
          role="tablist"
          aria-label={formatMessage({ id: 'review.panels' })}
          tabIndex={-1}
          onKeyDown={onKey}
        >
          {tabs.map(({ id, icon, count }) => (
            <button
              key={id}
              id={`${base}${id}`}
              type="button"
              role="tab"
              className="panel-tab"
              aria-selected={tab === id}
              aria-controls={`${base}panel`}
              title={formatMessage({ id: panelWords[id] })}
              tabIndex={tab === id ? 0 : -1}
              onClick={() => onTab(id)}
            >
              <Icon of={icon} size="small" />
              <span className="panel-tab-word">
                <FormattedMessage id={panelWords[id]} />
              </span>
              <span className="checks-count">{count}</span>
            </button>
          ))}
        </div>
        <span className="checks-close">
          <IconButton label={formatMessage({ id: 'common.close' })} icon={X} onPress={onClose} />
        </span>
      </div>
      <div className="panel-page" role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}${tab}`}>
        {tab === 'checks' && <ChecksPanel currentField={currentField} onGoTo={onGoTo} />}
        {tab === 'review' && <ReviewPanel currentField={currentField} onGoTo={onGoTo} />}
        {tab === 'history' && <HistoryPanel reading={reading} onRead={onRead} />}
        {tab === 'people' && <PeoplePanel />}
      </div>
    </aside>
  );
};
