import './icon-button.css';
import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Icon } from './icon.tsx';

type IconButtonProps = {
  /** Its name for screen readers and its tooltip. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly mirrors?: boolean;
  readonly isDisabled?: boolean;
  /** Without it, a menu around the button opens. */
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with a drawing instead of words. */
export const IconButton = ({
  label,
  icon,
  mirrors = false,
  isDisabled = false,
  onPress,
  ref,
}: IconButtonProps) => (
  <AriaButton
    className="icon-button"
    aria-label={label}
    isDisabled={isDisabled}
    {...(onPress !== undefined && { onPress })}
    {...(ref !== undefined && { ref })}
    render={(props) => <button {...props} title={label} />}
  >
    <Icon of={icon} mirrors={mirrors} />
  </AriaButton>
);
