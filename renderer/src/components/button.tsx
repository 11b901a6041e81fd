import './button.css';
import type { LucideIcon } from 'lucide-react';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Icon } from './icon.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'destructive';

type ButtonProps = {
  readonly variant: ButtonVariant;
  readonly size?: 'large';
  readonly icon?: LucideIcon;
  /** While true the button says `busyLabel`, keeps its width and does nothing when pressed. */
  readonly isBusy?: boolean;
  readonly busyLabel?: string;
  /** A button that cannot be used now stays focusable and says why. */
  readonly disabledReason?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly children: ReactNode;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly describedBy?: string | undefined;
};

/** Verb and noun; one primary button in a room. */
export const Button = ({
  variant,
  size,
  icon,
  isBusy = false,
  busyLabel,
  disabledReason,
  onPress,
  children,
  type = 'button',
  autoFocus = false,
  id,
  describedBy,
}: ButtonProps) => {
  const reasonId = useId();
  const isOff = disabledReason !== undefined;
  return (
    <span className="button-frame">
      <AriaButton
        className="button"
        type={isOff || isBusy ? 'button' : type}
        data-variant={variant}
        data-size={size}
        data-off={isOff || undefined}
        data-busy={isBusy || undefined}
        autoFocus={autoFocus}
        {...((isOff || isBusy) && { 'aria-disabled': true })}
        {...(isOff && { 'aria-describedby': reasonId })}
        {...(!isOff && describedBy !== undefined && { 'aria-describedby': describedBy })}
        {...(id !== undefined && { id })}
        onPress={() => {
          if (!isOff && !isBusy) onPress?.();
        }}
      >
        <span className="button-words" data-hidden={isBusy || undefined}>
          {icon !== undefined && <Icon of={icon} size="small" />}
          {children}
        </span>
        {isBusy && (
          <span className="button-words">
            <Icon of={RefreshCw} size="small" />
            {busyLabel}
          </span>
        )}
      </AriaButton>
      {isOff && (
        <span className="button-reason" id={reasonId} role="tooltip">
          {disabledReason}
        </span>
      )}
    </span>
  );
};
