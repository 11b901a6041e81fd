import { ArrowDown, ArrowDownToLine, ArrowUp, Plus, Redo2, Undo2, X } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { GridRow } from './budget-grid.ts';

type BudgetToolsProps = {
  /** The row of the active cell, and its neighbours within the category. */
  readonly row: GridRow | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onAdd: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onFill: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** What can be done to the row of the active cell, and the steps back and forth; the keys say the same. */
export const BudgetTools = (props: BudgetToolsProps) => {
  const { row, isFirst, isLast } = props;
  const { formatMessage } = useIntl();
  const isDetail = row?.kind === 'line' && row.isDetail;
  const word = (id: 'up' | 'down' | 'remove' | 'fill' | 'undo' | 'redo') =>
    formatMessage({ id: `budget.tool.${id}` });
  return (
    <div className="budget-tools" role="toolbar" aria-label={formatMessage({ id: 'budget.tools' })}>
      <span data-tool="add" title={formatMessage({ id: 'budget.tool.addHint' })}>
        <Button variant="quiet" icon={Plus} onPress={props.onAdd}>
          <FormattedMessage id="budget.tool.add" />
        </Button>
      </span>
      <IconButton
        label={word('up')}
        icon={ArrowUp}
        isDisabled={!isDetail || isFirst}
        onPress={() => props.onMove(-1)}
      />
      <IconButton
        label={word('down')}
        icon={ArrowDown}
        isDisabled={!isDetail || isLast}
        onPress={() => props.onMove(1)}
      />
      <IconButton
        label={word('remove')}
        icon={X}
        isDisabled={row?.kind !== 'line' || !row.isBegun}
        onPress={props.onRemove}
      />
      <IconButton
        label={word('fill')}
        icon={ArrowDownToLine}
        isDisabled={row?.kind !== 'line'}
        onPress={props.onFill}
      />
      <IconButton
        label={word('undo')}
        icon={Undo2}
        mirrors
        isDisabled={!props.canUndo}
        onPress={props.onUndo}
      />
      <IconButton
        label={word('redo')}
        icon={Redo2}
        mirrors
        isDisabled={!props.canRedo}
        onPress={props.onRedo}
      />
    </div>
  );
};
