import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  GripVertical,
  MoreHorizontal,
  X,
} from 'lucide-react';
import type { DOMAttributes } from 'react';
import { useIntl } from 'react-intl';
import { ActionMenu } from '#renderer/components/action-menu.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';

type ItemHeadProps = {
  readonly title: string;
  /** What one item is called, and its number from 1. */
  readonly name: string;
  readonly number: number;
  readonly count: number;
  readonly isReadOnly: boolean;
  readonly handle: DOMAttributes<HTMLElement>;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
};

/** The line above an item: a handle to drag, its name, a menu of places, and the way out. */
export const ItemHead = (props: ItemHeadProps) => {
  const { title, name, number, count, isReadOnly, handle, onMove, onRemove } = props;
  const { formatMessage } = useIntl();
  const say = (id: 'items.move' | 'items.handle' | 'fields.item.remove') =>
    formatMessage({ id }, { name, number });
  const places = [
    { id: 'first', icon: ArrowUpToLine, by: 1 - number },
    { id: 'up', icon: ArrowUp, by: -1 },
    { id: 'down', icon: ArrowDown, by: 1 },
    { id: 'last', icon: ArrowDownToLine, by: count - number },
  ] as const;
  const possible = places.filter(({ by }) => by !== 0 && number + by >= 1 && number + by <= count);
  return (
    <div className="item-head">
      {!isReadOnly && count > 1 && (
        <span className="item-handle" title={say('items.handle')} {...handle}>
          <Icon of={GripVertical} />
        </span>
      )}
      <strong aria-hidden>{title}</strong>
      {!isReadOnly && (
        <span className="item-tools">
          {count > 1 && (
            <span data-move>
              <ActionMenu
                label={say('items.move')}
                trigger={<IconButton label={say('items.move')} icon={MoreHorizontal} />}
                actions={possible.map(({ id, icon, by }) => ({
                  id,
                  icon,
                  label: formatMessage({ id: `items.move.${id}` }),
                  onAction: () => onMove(by),
                }))}
              />
            </span>
          )}
          <IconButton label={say('fields.item.remove')} icon={X} onPress={onRemove} />
        </span>
      )}
    </div>
  );
};
