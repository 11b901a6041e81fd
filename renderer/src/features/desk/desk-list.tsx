import './desk-list.css';
import '#renderer/components/group-head.css';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import type { DocId } from '#shared/domain/ids.ts';
import { DeskRowCells } from './desk-row.tsx';
import { allSelected, type DeskSelection, extendedTo, nothingSelected, toggled } from './desk-selection.ts';
import { type DeskRow, type DeskView, rowAfterKey, type SortKey } from './desk-view.ts';

const columns: readonly { readonly id: 'kind' | 'checks' | SortKey; readonly sort?: SortKey }[] = [
  { id: 'kind' },
  { id: 'title', sort: 'title' },
  { id: 'stage', sort: 'stage' },
  { id: 'checks' },
  { id: 'saved', sort: 'saved' },
  { id: 'received', sort: 'received' },
];

/** Times read best newest first, words from A. */
const firstDirection = (sort: SortKey): DeskView['direction'] =>
  sort === 'saved' || sort === 'received' ? 'descending' : 'ascending';

type HeadsProps = Pick<DeskListProps, 'view' | 'onView'>;

const Heads = ({ view, onView }: HeadsProps) => (
  <thead>
    <tr className="desk-line desk-heads" aria-rowindex={1}>
      {columns.map(({ id, sort }) => (
        <th
          key={id}
          scope="col"
          data-column={id}
          {...(sort !== undefined && { 'aria-sort': view.sort === sort ? view.direction : 'none' })}
        >
          {sort === undefined ? (
            <span className={id === 'kind' ? 'unseen' : undefined}>
              <FormattedMessage id={`desk.column.${id}`} />
            </span>
          ) : (
            <button
              className="desk-sort"
              type="button"
              onClick={() =>
                onView({
                  sort,
                  direction:
                    view.sort !== sort
                      ? firstDirection(sort)
                      : view.direction === 'ascending'
                        ? 'descending'
                        : 'ascending',
                })
              }
            >
              <FormattedMessage id={`desk.column.${id}`} />
              {view.sort === sort && (
                <Icon of={view.direction === 'ascending' ? ArrowUp : ArrowDown} size="small" />
              )}
            </button>
          )}
        </th>
      ))}
    </tr>
  </thead>
);

type DeskListProps = {
  readonly rows: readonly DeskRow[];
  readonly view: DeskView;
  readonly onView: (change: Partial<DeskView>) => void;
  readonly onOpen: (id: DocId) => void;
  readonly selection: DeskSelection;
  readonly onSelection: (selection: DeskSelection) => void;
  readonly now: number;
  readonly countryName: (code: string) => string;
  readonly hasNetwork: boolean;
  /** Heights in pixels before a line was measured. */
  readonly lineHeights: { readonly head: number; readonly group: number; readonly row: number };
};

const keyOf = (row: DeskRow): string => (row.type === 'group' ? `group ${row.group}` : row.summary.id);

/**
 * The list as a grid of which only the lines in sight are drawn. One line can be reached by Tab, the arrows
 * move among the others; that line is always drawn, or the keyboard would lose its place while scrolling.
 */
export const DeskList = (props: DeskListProps) => {
  const { rows, view, onView, onOpen, selection, onSelection, now, countryName, hasNetwork, lineHeights } =
    props;
  const intl = useIntl();
  const gridRef = useRef<HTMLTableElement>(null);
  const activeRef = useRef<HTMLTableRowElement>(null);
  const movedByKey = useRef(false);
  const isActive = (row: DeskRow) => row.type === 'document' && row.summary.id === view.current;
  const found = rows.findIndex(isActive);
  const active = found >= 0 ? found : rows.findIndex((row) => row.type === 'document');

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => gridRef.current,
    estimateSize: (index) => (rows[index]?.type === 'group' ? lineHeights.group : lineHeights.row),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 10,
    // Lines are drawn together with the room; without a size they would wait until it was laid out once.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollMargin: lineHeights.head,
    scrollPaddingStart: lineHeights.head + lineHeights.group,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (active < 0 || inSight.includes(active)) return inSight;
      return [...inSight, active].sort((a, b) => a - b);
    },
  });

  // Coming back from a document, the list stands where it was left.
  const cameBackTo = useRef(found);
  useEffect(() => {
    if (cameBackTo.current > 0) virtualizer.scrollToIndex(cameBackTo.current, { align: 'center' });
  }, [virtualizer]);

  useEffect(() => {
    if (!movedByKey.current || active < 0) return;
    movedByKey.current = false;
    activeRef.current?.focus({ preventScroll: true });
    virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [active, virtualizer]);

  const select = (id: DocId, isRange: boolean) =>
    onSelection(isRange ? extendedTo(selection, rows, id) : toggled(selection, id));

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: DeskRow, index: number) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onSelection(allSelected(rows));
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && row.type === 'document') {
      event.preventDefault();
      onOpen(row.summary.id);
      return;
    }
    if (event.key === ' ' && row.type === 'document') {
      event.preventDefault();
      select(row.summary.id, event.shiftKey);
      return;
    }
    if (event.key === 'Escape' && selection.ids.size > 0) {
      event.preventDefault();
      onSelection(nothingSelected);
      return;
    }
    const pageRows = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 0) / lineHeights.row) - 2);
    const next = rowAfterKey(rows, index, event.key, pageRows);
    const target = next === null ? undefined : rows[next];
    if (target?.type !== 'document') return;
    event.preventDefault();
    movedByKey.current = true;
    onView({ current: target.summary.id });
  };

  return (
    <table
      className="desk-list"
      ref={gridRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA allows a table to be a grid
      role="grid"
      aria-multiselectable="true"
      data-selecting={selection.ids.size > 0 || undefined}
      aria-label={intl.formatMessage({ id: 'desk.title' })}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
    >
      <Heads view={view} onView={onView} />
      <tbody className="desk-lines" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${item.start - lineHeights.head}px)` };
          if (row.type === 'group') {
            return (
              <tr
                className="desk-group group-head"
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                style={place}
              >
                <td colSpan={columns.length}>
                  <FormattedMessage id={`desk.group.${row.group}`} />
                  <small>{row.count}</small>
                </td>
              </tr>
            );
          }
          return (
            <tr
              className="desk-line desk-document"
              key={item.key}
              ref={(element) => {
                virtualizer.measureElement(element);
                if (item.index === active) activeRef.current = element;
              }}
              data-index={item.index}
              data-current={isActive(row) || undefined}
              aria-rowindex={item.index + 2}
              aria-selected={selection.ids.has(row.summary.id)}
              tabIndex={item.index === active ? 0 : -1}
              style={place}
              onClick={(event) => {
                if (event.shiftKey || event.ctrlKey || event.metaKey) {
                  event.preventDefault();
                  select(row.summary.id, event.shiftKey);
                } else {
                  onOpen(row.summary.id);
                }
              }}
              onFocus={() => {
                if (!isActive(row)) onView({ current: row.summary.id });
              }}
              onKeyDown={(event) => onKeyDown(event, row, item.index)}
            >
              <DeskRowCells
                summary={row.summary}
                now={now}
                countryName={countryName}
                hasNetwork={hasNetwork}
                isSelected={selection.ids.has(row.summary.id)}
                onSelect={(isRange) => select(row.summary.id, isRange)}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
