import './control.css';
import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { ControlError } from './control-error.tsx';
import { ControlLabel } from './control-label.tsx';

type TextInputProps = {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'url';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  /** Said by screen readers only: see `ControlLabel`. */
  readonly isRequired?: boolean;
  readonly isOptional?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly name?: string;
};

/** One line of text with its label, help and error. */
export const TextInput = ({
  label,
  value,
  onChange,
  onBlur,
  help,
  error,
  type = 'text',
  autoComplete = 'off',
  placeholder,
  isRequired = false,
  isOptional = false,
  autoFocus = false,
  maxLength,
  name,
}: TextInputProps) => (
  <TextField
    className="control-frame"
    value={value}
    onChange={onChange}
    type={type}
    autoComplete={autoComplete}
    autoFocus={autoFocus}
    isInvalid={error !== undefined}
    aria-required={isRequired}
    validationBehavior="aria"
    {...(maxLength !== undefined && { maxLength })}
    {...(name !== undefined && { name })}
    {...(onBlur !== undefined && { onBlur })}
  >
    <ControlLabel isOptional={isOptional}>{label}</ControlLabel>
    {help !== undefined && (
      <Text className="control-help" slot="description">
        {help}
      </Text>
    )}
    <Input
      className="control"
      dir={type === 'email' || type === 'url' ? 'ltr' : 'auto'}
      {...(placeholder !== undefined && { placeholder })}
    />
    {error !== undefined && <ControlError>{error}</ControlError>}
  </TextField>
);
