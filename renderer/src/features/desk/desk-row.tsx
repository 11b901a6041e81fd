import './desk-row.css';
import { Check, OctagonAlert, TriangleAlert } from 'lucide-react';
import { FormattedDate, FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { dayOf } from '#renderer/components/day-of.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { StageMark } from '#renderer/components/stage-mark.tsx';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { checksCell, deadlineCell, receivedCell } from './desk-cells.ts';

const Day = ({ at, now }: { readonly at: number; readonly now: number }) => {
  const day = dayOf(at, now);
  if (day === 'today' || day === 'yesterday') return <FormattedMessage id={`desk.${day}`} />;
  return (
    <FormattedDate value={at} day="numeric" month="short" {...(day === 'earlier' && { year: 'numeric' })} />
  );
};

const Clock = ({ at }: { readonly at: number }) => (
  <FormattedTime value={at} hour="2-digit" minute="2-digit" hourCycle="h23" />
);

const Saved = ({ at, now }: { readonly at: number; readonly now: number }) => {
  const isRecent = ['today', 'yesterday'].includes(dayOf(at, now));
  const clock = <Clock at={at} />;
  const day = <Day at={at} now={now} />;
  return (
    <>
      <span className="desk-cell-first">{isRecent ? clock : day}</span>
      <small>{isRecent ? day : clock}</small>
    </>
  );
};

const Checks = ({ summary }: { readonly summary: DocumentSummary }) => {
  const cell = checksCell(summary);
  switch (cell.says) {
    case 'nothing':
      return (
        <span className="desk-quiet">
          <FormattedMessage id="desk.checks.nothing" />
        </span>
      );
    case 'no-errors':
      return (
        <span className="desk-quiet">
          <Icon of={Check} size="small" />
          <FormattedMessage id="desk.checks.no-errors" />
        </span>
      );
    default:
      return (
        <span className="desk-work" data-tone={cell.says === 'errors' ? 'error' : 'warning'}>
          <Icon of={cell.says === 'errors' ? OctagonAlert : TriangleAlert} size="small" />
          <span className="desk-work-short" aria-hidden="true">
            {cell.count}
          </span>
          <span className="desk-work-words">
            <FormattedMessage id={`desk.checks.${cell.says}`} values={{ count: cell.count }} />
          </span>
        </span>
      );
  }
};

const Deadline = ({ summary, now }: Pick<DeskRowCellsProps, 'summary' | 'now'>) => {
  const cell = deadlineCell(summary, now);
  if (cell === null) return null;
  return (
    <small className="desk-deadline" data-state={cell.state}>
      {cell.state === 'passed' ? (
        <FormattedMessage id="deadline.passed" />
      ) : (
        <FormattedMessage id="deadline.left" values={{ days: cell.daysLeft }} />
      )}
    </small>
  );
};

type ReceivedProps = Pick<DeskRowCellsProps, 'summary' | 'now' | 'hasNetwork'>;

const Received = ({ summary, now, hasNetwork }: ReceivedProps) => {
  const cell = receivedCell(summary, hasNetwork);
  if (cell.says === 'not-submitted') {
    return (
      <>
        <span className="desk-cell-first" data-tone="quiet">
          <FormattedMessage id="desk.received.not-submitted" />
        </span>
        {cell.copy !== 'unknown' && (
          <small>
            <FormattedMessage id={`desk.received.copy.${cell.copy}`} />
          </small>
        )}
      </>
    );
  }
  if (cell.says !== 'receipt') {
    const needsPerson = cell.says === 'attention' || cell.says === 'compare';
    return (
      <>
        <span className="desk-cell-first" data-tone={needsPerson ? 'warning' : 'quiet'}>
          <FormattedMessage id={`desk.received.${cell.says}`} />
        </span>
        {cell.says !== 'only-here' && (
          <small>
            <FormattedMessage id={`desk.received.${cell.says}.more`} />
          </small>
        )}
      </>
    );
  }
  return (
    <>
      <span className="desk-cell-first isolate">{cell.receiptNo}</span>
      <small>
        {cell.unsentFields > 0 ? (
          <FormattedMessage id="desk.received.unsent" values={{ count: cell.unsentFields }} />
        ) : cell.isChanged ? (
          <FormattedMessage id="desk.received.changed" />
        ) : (
          <FormattedMessage
            id="desk.received.on"
            values={{ day: <Day at={cell.receivedAt} now={now} />, time: <Clock at={cell.receivedAt} /> }}
          />
        )}
      </small>
    </>
  );
};

const Place = ({
  summary,
  countryName,
}: {
  readonly summary: DocumentSummary;
  readonly countryName: (code: string) => string;
}) => {
  const intl = useIntl();
  const parts = [intl.formatList(summary.countries.map(countryName), { type: 'unit' })];
  if (summary.kind === 'concept-note') {
    parts.push(intl.formatList(summary.organizations, { type: 'unit' }));
  } else if (summary.objectives.length > 0) {
    parts.push(
      intl.formatMessage(
        { id: 'desk.objectives' },
        {
          count: summary.objectives.length,
          list: intl.formatList(
            summary.objectives.toSorted((a, b) => Number(a) - Number(b)),
            { type: 'unit' },
          ),
        },
      ),
    );
  }
  const said = parts.filter((part) => part !== '');
  return said.length > 0 ? said.join(' · ') : <FormattedMessage id="desk.place.none" />;
};

/** The mouse's way to select; the keyboard's is Space on the row, which says itself whether it is selected. */
const SelectBox = ({ isSelected, onSelect }: Pick<DeskRowCellsProps, 'isSelected' | 'onSelect'>) => {
  const intl = useIntl();
  return (
    <button
      className="desk-select"
      type="button"
      tabIndex={-1}
      aria-pressed={isSelected}
      aria-label={intl.formatMessage({ id: 'register.select' })}
      onClick={(event) => {
        event.stopPropagation();
        onSelect(event.shiftKey);
      }}
    >
      <span className="desk-select-box">{isSelected && <Icon of={Check} size="small" />}</span>
    </button>
  );
};

type DeskRowCellsProps = {
  readonly summary: DocumentSummary;
  readonly now: number;
  readonly countryName: (code: string) => string;
  /** False where one just writes: nothing is ever received. */
  readonly hasNetwork: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
};

/** The cells of one document in the list. */
export const DeskRowCells = ({
  summary,
  now,
  countryName,
  hasNetwork,
  isSelected,
  onSelect,
}: DeskRowCellsProps) => (
  <>
    <td className="desk-kind">
      <KindIcon kind={summary.kind} />
      <SelectBox isSelected={isSelected} onSelect={onSelect} />
      <span className="unseen">
        <FormattedMessage id={`kind.${summary.kind}`} />
      </span>
    </td>
    <td className="desk-title">
      <a
        className="desk-title-line one-line"
        href={hrefOf({ room: 'document', id: summary.id })}
        tabIndex={-1}
        dir="auto"
        title={summary.title}
      >
        {summary.title.trim() === '' ? (
          <FormattedMessage id={`desk.untitled.${summary.kind}`} />
        ) : (
          summary.title
        )}
      </a>
      <p className="desk-place one-line">
        <Place summary={summary} countryName={countryName} />
      </p>
    </td>
    <td className="desk-stage">
      <StageMark stage={summary.stage} />
      {summary.round > 1 && (
        <small>
          <FormattedMessage id="desk.round" values={{ round: summary.round }} />
        </small>
      )}
    </td>
    <td className="desk-checks">
      <Checks summary={summary} />
      <Deadline summary={summary} now={now} />
    </td>
    <td className="desk-saved">
      <Saved at={summary.savedAt} now={now} />
    </td>
    <td className="desk-received">
      <Received summary={summary} now={now} hasNetwork={hasNetwork} />
    </td>
  </>
);
