import { type RefObject, useEffect, useRef, useState } from 'react';

/** A control in which a value is typed in the person's own way and kept in another form. */
export type TypedText = {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly defaultValue: string;
  readonly onInput: () => void;
  readonly onBlur: () => void;
};

/** What a control shows, or reads as; undefined: nothing. */
export type Shown<Value> = { readonly value: Value | undefined };

/**
 * `text` is the stored value as the language writes it. `onText` hears what is typed and what the control showed
 * before, and answers what it was kept as; null where it could not be read: that stays on the screen until it is
 * mended.
 */
export const useTypedText = <Value>(
  stored: Value | undefined,
  text: string,
  onText: (typed: string, shown: Shown<Value>) => Shown<Value> | null,
): TypedText => {
  const ref = useRef<HTMLInputElement>(null);
  const [isUnread, setUnread] = useState(false);
  /** What stands in the control; older than `stored` while the cursor rests in it. */
  const shown = useRef<Shown<Value>>({ value: stored });

  const show = (element: HTMLInputElement) => {
    element.value = text;
    shown.current = { value: stored };
  };
  useEffect(() => {
    const element = ref.current;
    if (element !== null && document.activeElement !== element && !isUnread) show(element);
  });

  return {
    ref,
    defaultValue: text,
    onInput: () => {
      const kept = onText(ref.current?.value ?? '', shown.current);
      if (kept !== null) shown.current = kept;
      setUnread(kept === null);
    },
    onBlur: () => {
      if (ref.current !== null && !isUnread) show(ref.current);
    },
  };
};
