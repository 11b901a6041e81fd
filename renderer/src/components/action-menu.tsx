import './action-menu.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon.tsx';

export type MenuAction = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** The one that is chosen now, in a menu of places. */
  readonly isCurrent?: boolean;
  readonly onAction: () => void;
};

type ActionMenuProps = {
  readonly label: string;
  /** The button that opens it: a `Button` or an `IconButton`. */
  readonly trigger: ReactNode;
  readonly actions: readonly MenuAction[];
};

/** A few actions behind one button. */
export const ActionMenu = ({ label, trigger, actions }: ActionMenuProps) => (
  <MenuTrigger>
    {trigger}
    <Popover className="action-menu-popover" offset={4} placement="bottom end">
      <Menu className="action-menu" aria-label={label}>
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
  </MenuTrigger>
);
