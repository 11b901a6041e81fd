import './icon.css';
import type { LucideIcon } from 'lucide-react';

type IconProps = {
  readonly of: LucideIcon;
  readonly size?: 'small';
  /** Arrows and chevrons turn round where the screens run from right to left. */
  readonly mirrors?: boolean;
  readonly tone?: 'ok' | 'warning' | 'error' | 'hint';
};

/** A drawing beside a word; screen readers pass it by. */
export const Icon = ({ of: Drawing, size, mirrors, tone }: IconProps) => (
  <Drawing
    className="icon"
    aria-hidden
    size={size === 'small' ? '0.875rem' : '1rem'}
    strokeWidth={1.75}
    data-mirrors={mirrors || undefined}
    data-tone={tone}
  />
);
