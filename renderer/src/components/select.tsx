import './control.css';
import './select.css';
import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icon.tsx';

export type SelectOption = { readonly value: string; readonly label: string };

type SelectProps = {
  /** Without it, `labelledBy` must name the control. */
  readonly label?: ReactNode;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly id?: string;
  /** The empty text chooses nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly options: readonly SelectOption[];
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly tone?: 'error' | 'warning' | undefined;
  readonly isDisabled?: boolean;
};

type ListPlace = { readonly placement: 'top' | 'bottom'; readonly offset: number };

const below: ListPlace = { placement: 'bottom', offset: 4 };
/** With less room than this below the control, in rem, the list opens upwards where there is more. */
const listRoom = 16;

/** Where the list lies so that it covers neither the control nor the label that says what is chosen. */
const listPlace = (control: HTMLElement | null, labelledBy: string | undefined): ListPlace => {
  if (control === null) return below;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { top, bottom } = control.getBoundingClientRect();
  const label =
    labelledBy === undefined ? control.closest('.control-frame') : document.getElementById(labelledBy);
  const labelTop = Math.min(top, label?.getBoundingClientRect().top ?? top);
  const roomBelow = window.innerHeight - bottom;
  if (roomBelow >= listRoom * rem || roomBelow >= labelTop) return below;
  return { placement: 'top', offset: top - labelTop + below.offset };
};

/** One of many, chosen from a list that opens; typing letters finds. */
export const Select = ({
  label,
  labelledBy,
  describedBy,
  id,
  value,
  onChange,
  onBlur,
  options,
  placeholder,
  help,
  tone,
  isDisabled = false,
}: SelectProps) => {
  const control = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState(below);
  return (
    <AriaSelect
      className="control-frame"
      value={value === '' ? null : value}
      onChange={(key) => onChange(key === null ? '' : String(key))}
      isDisabled={isDisabled}
      onOpenChange={(isOpen) => {
        if (isOpen) setPlace(listPlace(control.current, labelledBy));
      }}
      isInvalid={tone === 'error'}
      {...(placeholder !== undefined && { placeholder })}
      {...(labelledBy !== undefined && { 'aria-labelledby': labelledBy })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      {...(onBlur !== undefined && { onBlur })}
    >
      {label !== undefined && <Label className="control-label">{label}</Label>}
      {help !== undefined && (
        <Text className="control-help" slot="description">
          {help}
        </Text>
      )}
      <Button
        ref={control}
        className="control select-button"
        data-tone={tone}
        {...(id !== undefined && { id })}
      >
        <SelectValue className="select-value" />
        <Icon of={ChevronDown} size="small" />
      </Button>
      <Popover className="select-popover" {...place} shouldFlip={false} maxHeight={400}>
        <ListBox className="select-list" items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem className="select-option" id={option.value} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span>{option.label}</span>
                  {isSelected && <Icon of={Check} size="small" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
};
