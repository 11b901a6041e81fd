import type { ControlProps, FieldOf } from '../control-props.ts';
import { LongText } from './long-text.tsx';

/** A field for text of any length. */
export const LongTextField = ({
  field,
  path,
  controlId,
  describedBy,
  tone,
  findings,
}: ControlProps<FieldOf<'longText'>>) => (
  <LongText
    path={path}
    controlId={controlId}
    describedBy={describedBy}
    tone={tone}
    example={field.example}
    findings={findings}
  />
);
