import './checkbox.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';

type CheckboxProps = {
  readonly children: ReactNode;
  /** Set inside a CheckboxGroup instead of `isSelected`. */
  readonly value?: string;
  readonly isSelected?: boolean;
  readonly onChange?: (isSelected: boolean) => void;
  readonly isReadOnly?: boolean;
};

/** A box and its words; both can be pressed. */
export const Checkbox = ({ children, value, isSelected, onChange, isReadOnly = false }: CheckboxProps) => (
  <AriaCheckbox
    className="checkbox"
    isReadOnly={isReadOnly}
    {...(value !== undefined && { value })}
    {...(isSelected !== undefined && { isSelected })}
    {...(onChange !== undefined && { onChange })}
  >
    <span className="checkbox-box" aria-hidden>
      <Check size={12} strokeWidth={3} />
    </span>
    <span>{children}</span>
  </AriaCheckbox>
);
