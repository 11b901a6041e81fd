import { type RefObject, useEffect, useRef, useState } from 'react';

/** A control in which a value is typed in the person's own way and kept in another form. */
export type TypedText = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly defaultValue: string;
  readonly onInput: () => void;
  readonly onBlur: () => void;
};

/**
 * `shown` is the kept value as the language writes it. `onText` hears what is typed and answers whether
 * it could be read; what could not be read stays on the screen until it is mended.
 */
export const useTypedText = (shown: string, onText: (text: string) => boolean): TypedText => {
  const ref = useRef<HTMLInputElement>(null);
  const [isUnread, setUnread] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (element !== null && document.activeElement !== element && !isUnread) element.value = shown;
  }, [shown, isUnread]);

  return {
    ref,
    defaultValue: shown,
    onInput: () => setUnread(!onText(ref.current?.value ?? '')),
    onBlur: () => {
      if (ref.current !== null && !isUnread) ref.current.value = shown;
    },
  };
};
