import './line-text.css';
import type { ComponentProps } from 'react';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { TooLarge } from './too-large.tsx';
import { useLiveText } from './use-live-text.ts';

type LineTextProps = ComponentProps<'textarea'> & { readonly path: FieldPath };

/** Text without breaks, such as a title: it wraps where it is longer than the form is wide, and is never cut. */
export const LineText = ({ path, ...control }: LineTextProps) => {
  const { isRefused, ...live } = useLiveText<HTMLTextAreaElement>(path, 'line');
  return (
    <>
      <textarea {...control} {...live} className="control line-text" rows={1} />
      {isRefused && <TooLarge />}
    </>
  );
};
