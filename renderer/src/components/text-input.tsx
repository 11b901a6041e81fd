import './control.css';
import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { FormattedMessage } from 'react-intl';
import { Icon } from './icon.tsx';

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
  /** Said by screen readers; on the screen the rule is unmarked and the exception says "optional". */
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
    <Label className="control-label">
      {label}
      {isOptional && (
        <small>
          <FormattedMessage id="common.optional" />
        </small>
      )}
    </Label>
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
    {error !== undefined && (
      <Text className="control-finding" slot="errorMessage">
        <Icon of={OctagonAlert} size="small" />
        <span>{error}</span>
      </Text>
    )}
  </TextField>
);
