import './control.css';
import './radio-segments.css';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { SelectOption } from './select.tsx';

type RadioSegmentsProps = {
  /** Without it, `labelledBy` must name the group. */
  readonly label?: ReactNode;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
  readonly help?: ReactNode;
  /** The empty text chooses nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly options: readonly SelectOption[];
  readonly tone?: 'error' | 'warning' | undefined;
  readonly isReadOnly?: boolean;
  /** One below the other, for options that are sentences. */
  readonly isStacked?: boolean;
};

/** One of a few, all of them on the screen. */
export const RadioSegments = ({
  label,
  labelledBy,
  describedBy,
  help,
  value,
  onChange,
  onBlur,
  options,
  tone,
  isReadOnly = false,
  isStacked = false,
}: RadioSegmentsProps) => (
  <RadioGroup
    className="segments-group"
    value={value === '' ? null : value}
    onChange={onChange}
    isReadOnly={isReadOnly}
    isInvalid={tone === 'error'}
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
    <div className="segments" data-stacked={isStacked || undefined} data-tone={tone}>
      {options.map((option) => (
        <Radio className="segment" key={option.value} value={option.value}>
          <span className="segment-mark" aria-hidden />
          <span>{option.label}</span>
        </Radio>
      ))}
    </div>
  </RadioGroup>
);
