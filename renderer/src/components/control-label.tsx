import './control.css';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { FormattedMessage } from 'react-intl';

type ControlLabelProps = { readonly isOptional?: boolean; readonly children: ReactNode };

/** The name of a control. The rule is unmarked, the exception says "optional". */
export const ControlLabel = ({ isOptional = false, children }: ControlLabelProps) => (
  <Label className="control-label">
    {children}
    {isOptional && (
      <small>
        <FormattedMessage id="common.optional" />
      </small>
    )}
  </Label>
);
