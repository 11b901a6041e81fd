import type { LucideIcon } from 'lucide-react';
import { ListChecks, MessageSquareText, X } from 'lucide-react';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useSession } from '#renderer/hooks/use-document.ts';
import type { MessageId } from '#renderer/i18n/message-id.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { useEditor } from './editor-context.ts';
import { ReviewPanel } from './review-panel.tsx';

export type PanelTab = 'checks' | 'review';

export const panelWords = {
  checks: 'editor.checks',
  review: 'review.tab',
} as const satisfies Readonly<Record<PanelTab, MessageId>>;

type Tab = {
  readonly id: PanelTab;
  readonly icon: LucideIcon;
  readonly count: number;
  readonly message: 'editor.checks.count' | 'review.count';
};

/** The tabs of the side panel, each with its count. */
export const panelTabs = (findings: number, openThreads: number): readonly Tab[] => [
  { id: 'checks', icon: ListChecks, count: findings, message: 'editor.checks.count' },
  { id: 'review', icon: MessageSquareText, count: openThreads, message: 'review.count' },
];

type SidePanelProps = {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly currentField: FieldPath | null;
  readonly onGoTo: (path: FieldPath) => void;
  readonly onClose: () => void;
};

/** What helps beside the form: what the checks found, and what the reviewers ask. */
export const SidePanel = ({ tab, onTab, currentField, onGoTo, onClose }: SidePanelProps) => {
  const { session } = useEditor();
  const { findings, summary } = useSession(session);
  const { formatMessage } = useIntl();
  const base = useId();
  const tabs = panelTabs(findings.length, summary.openThreads);
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs.find(({ id }) => id !== tab);
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
              tabIndex={tab === id ? 0 : -1}
              onClick={() => onTab(id)}
            >
              <Icon of={icon} size="small" />
              <FormattedMessage id={panelWords[id]} />
              <span className="checks-count">{count}</span>
            </button>
          ))}
        </div>
        <span className="checks-close">
          <IconButton label={formatMessage({ id: 'common.close' })} icon={X} onPress={onClose} />
        </span>
      </div>
      <div className="panel-page" role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}${tab}`}>
        {tab === 'checks' ? (
          <ChecksPanel currentField={currentField} onGoTo={onGoTo} />
        ) : (
          <ReviewPanel currentField={currentField} onGoTo={onGoTo} />
        )}
      </div>
    </aside>
  );
};
