import './action-menu.css';
import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuAction } from './action-menu.tsx';
import { Icon } from './icon.tsx';

type ActionListProps = {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** The button beside which it opens, and to which the focus goes back. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** What takes the focus: an action, or the list as a whole. */
  readonly focus: 'first' | 'last' | 'list';
  readonly onClose: () => void;
};

/** The open list of an `ActionMenu`. */
export const ActionList = ({ label, actions, button, focus, onClose }: ActionListProps) => (
  <Popover
    className="action-menu-popover"
    aria-label={label}
    triggerRef={button}
    isOpen
    onOpenChange={onClose}
    offset={4}
    placement="bottom end"
  >
    <Menu
      className="action-menu"
      aria-label={label}
      autoFocus={focus === 'list' ? true : focus}
      onClose={onClose}
    >
      {actions.map((action) => (
        <MenuItem
          className="action-menu-item"
          key={action.id}
          id={action.id}
          textValue={action.label}
          data-current={action.isCurrent || undefined}
          onAction={action.onAction}
        >
          {action.icon !== undefined && <Icon of={action.icon} size="small" />}
          <span>{action.label}</span>
        </MenuItem>
      ))}
    </Menu>
  </Popover>
);
