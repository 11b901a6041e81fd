import type { ComponentProps } from 'react';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { TooLarge } from './too-large.tsx';
import { useLiveText } from './use-live-text.ts';

type AddressInputProps = ComponentProps<'input'> & {
  readonly path: FieldPath;
  readonly inputMode: 'email' | 'url';
};

/** An e-mail or web address, which runs from left to right in every language. */
export const AddressInput = ({ path, ...control }: AddressInputProps) => {
  const { isRefused, ...live } = useLiveText<HTMLInputElement>(path, 'line');
  return (
    <>
      <input {...control} {...live} className="control" type="text" dir="ltr" spellCheck={false} />
      {isRefused && <TooLarge />}
    </>
  );
};
