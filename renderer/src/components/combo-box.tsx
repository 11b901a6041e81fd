import './control.css';
import './select.css';
import './combo-box.css';
import { ChevronDown } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, useFilter } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { ControlError } from './control-error.tsx';
import { ControlLabel } from './control-label.tsx';
import { Icon } from './icon.tsx';
import type { SelectOption } from './select.tsx';

type ComboBoxProps = {
  readonly label: ReactNode;
  /** The empty text chooses nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly isOptional?: boolean;
  readonly error?: ReactNode;
};

/**
 * Brings a box that is half out of sight into it, before its list opens there. React Aria closes the list at any
 * scroll and would do so at this one, which is told only in the next frame: it does not hear of it.
 */
const bringIntoSight = ({ currentTarget }: FocusEvent): void => {
  const keepQuiet = (event: Event) => event.stopImmediatePropagation();
  window.addEventListener('scroll', keepQuiet, true);
  requestAnimationFrame(() => window.removeEventListener('scroll', keepQuiet, true));
  currentTarget.scrollIntoView({ block: 'nearest' });
};

/** One of very many: type a few letters; Enter takes the first that fits, the arrows choose another. */
export const ComboBox = ({ label, value, onChange, options, isOptional = false, error }: ComboBoxProps) => {
  const { contains } = useFilter({ sensitivity: 'base' });
  // The list is no dialog of its own: at the end of the page it would stand outside of every landmark.
  const [room, setRoom] = useState<HTMLElement | null>(null);
  // React Aria throws typed letters away when Enter or Tab comes before an arrow.
  const takeFirst = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || (event.key !== 'Enter' && event.key !== 'Tab')) return;
    const typed = target.value.trim();
    if (typed === '' || target.hasAttribute('aria-activedescendant')) return;
    const first = options.find((option) => contains(option.label, typed));
    if (first !== undefined && first.value !== value) onChange(first.value);
  };
  return (
    <AriaComboBox
      ref={(frame: HTMLDivElement | null) => setRoom(frame?.closest('main') ?? null)}
      className="control-frame"
      value={value === '' ? null : value}
      onChange={(key) => onChange(key === null ? '' : String(key))}
      defaultItems={options.map((option) => ({ ...option, id: option.value }))}
      menuTrigger="input"
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <ControlLabel isOptional={isOptional}>{label}</ControlLabel>
      <Group className="combo-box-control" onKeyDownCapture={takeFirst} onFocus={bringIntoSight}>
        <Input className="control combo-box-input" dir="auto" autoComplete="off" />
        <Button className="combo-box-open">
          <Icon of={ChevronDown} size="small" />
        </Button>
      </Group>
      {error !== undefined && <ControlError>{error}</ControlError>}
      <Popover
        className="select-popover"
        offset={4}
        {...(room !== null && { UNSTABLE_portalContainer: room })}
      >
        <ListBox className="select-list">
          {(option: SelectOption) => (
            <ListBoxItem className="select-option" id={option.value} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
};
