import './button.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ButtonVariant } from './button.tsx';
import { Icon } from './icon.tsx';

type LinkButtonProps = {
  readonly href: string;
  readonly variant: ButtonVariant;
  readonly size?: 'large';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
};

/** A way to another room that looks like a button. */
export const LinkButton = ({ href, variant, size, icon, children }: LinkButtonProps) => (
  <a className="button" href={href} data-variant={variant} data-size={size}>
    <span className="button-words">
      {icon !== undefined && <Icon of={icon} size="small" />}
      {children}
    </span>
  </a>
);
