import './desk-filters.css';
import type { LucideIcon } from 'lucide-react';
import {
  Archive,
  BookOpenCheck,
  GitCompare,
  Handshake,
  ListChecks,
  NotebookText,
  RefreshCw,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import { StageMark } from '#renderer/components/stage-mark.tsx';
import type { DeskCounts, DeskView } from './desk-view.ts';
import { toDos, travelOrder } from './desk-view.ts';

const kindsOnDesk = ['pledge', 'pledge-update', 'concept-note', 'practice'] as const;

const drawings: Readonly<Record<DeskView['show'], LucideIcon>> = {
  'to-fix': ListChecks,
  returned: Undo2,
  'two-versions': GitCompare,
  all: Archive,
  pledge: Handshake,
  'pledge-update': RefreshCw,
  'concept-note': NotebookText,
  practice: BookOpenCheck,
};

type FilterProps = {
  readonly isOn: boolean;
  readonly count: number;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

const Filter = ({ isOn, count, onPress, children }: FilterProps) => (
  <li>
    <button className="desk-filter" type="button" aria-pressed={isOn} onClick={onPress}>
      {children}
      <span className="desk-filter-count">{count}</span>
    </button>
  </li>
);

type DeskFiltersProps = {
  readonly view: DeskView;
  readonly counts: DeskCounts;
  readonly onView: (change: Partial<DeskView>) => void;
  /** On narrow windows the column is folded until asked for. */
  readonly isOpen: boolean;
};

/** The start column: what waits for the person, the kinds of documents, the stages. */
export const DeskFilters = ({ view, counts, onView, isOpen }: DeskFiltersProps) => {
  const intl = useIntl();
  const show = (value: DeskView['show'], count: number) => (
    <Filter key={value} isOn={view.show === value} count={count} onPress={() => onView({ show: value })}>
      <Icon of={drawings[value]} size="small" />
      <FormattedMessage id={`desk.show.${value}`} />
    </Filter>
  );
  const stages = travelOrder.filter((stage) => counts.byStage[stage] > 0 || view.stage === stage);
  return (
    <nav
      className="desk-filters"
      aria-label={intl.formatMessage({ id: 'desk.filters' })}
      data-open={isOpen || undefined}
    >
      <h2>
        <FormattedMessage id="desk.filters.todo" />
      </h2>
      <ul>{toDos.map((todo) => show(todo, counts.byToDo[todo]))}</ul>
      <h2>
        <FormattedMessage id="desk.filters.documents" />
      </h2>
      <ul>
        {show('all', counts.all)}
        {kindsOnDesk.map((kind) => show(kind, counts.byKind[kind]))}
      </ul>
      {stages.length > 0 && (
        <>
          <h2>
            <FormattedMessage id="desk.filters.stage" />
          </h2>
          <ul>
            {stages.map((stage) => (
              <Filter
                key={stage}
                isOn={view.stage === stage}
                count={counts.byStage[stage]}
                onPress={() => onView({ stage: view.stage === stage ? 'any' : stage })}
              >
                <StageMark stage={stage} />
              </Filter>
            ))}
          </ul>
        </>
      )}
      <p className="desk-filters-foot">
        <FormattedMessage id="desk.filters.foot" />
      </p>
    </nav>
  );
};
