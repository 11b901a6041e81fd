import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { ButtonContext } from 'react-aria-components/Button';
import { onDemand, useForesight } from './on-demand.tsx';

// Lists in layers above the page are the largest part of React Aria; no room needs them to be painted.
const ActionList = onDemand(() => import('./action-list.tsx').then((module) => module.ActionList), null);

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

/** A few actions behind one button. It opens when a mouse button goes down, and when a finger or a key comes up. */
export const ActionMenu = ({ label, trigger, actions }: ActionMenuProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [focus, setFocus] = useState<'first' | 'last' | 'list' | null>(null);
  const isOpen = focus !== null;
  useForesight(ActionList);

  const openAt = (place: 'first' | 'last' | 'list') => {
    // A mouse leaves the focus where it was; on closing it goes back to the button.
    button.current?.focus({ preventScroll: true });
    setFocus(place);
  };
  return (
    <>
      <ButtonContext
        value={{
          ref: button,
          'aria-haspopup': 'menu',
          'aria-expanded': isOpen,
          isPressed: isOpen,
          preventFocusOnPress: true,
          onPressStart: ({ pointerType }) => {
            if (pointerType === 'mouse' || pointerType === 'pen') openAt('list');
            if (pointerType === 'virtual') openAt('first');
          },
          onPress: ({ pointerType }) => {
            if (pointerType === 'touch') openAt('list');
            if (pointerType === 'keyboard') openAt('first');
          },
          onKeyDown: (event) => {
            const isDown = event.key === 'ArrowDown';
            if (!isDown && event.key !== 'ArrowUp') return event.continuePropagation();
            event.preventDefault();
            openAt(isDown ? 'first' : 'last');
          },
        }}
      >
        {trigger}
      </ButtonContext>
      {isOpen && (
        <ActionList
          label={label}
          actions={actions}
          button={button}
          focus={focus}
          onClose={() => setFocus(null)}
        />
      )}
    </>
  );
};
