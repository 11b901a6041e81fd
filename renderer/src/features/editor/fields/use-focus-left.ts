import { type RefObject, useEffect } from 'react';

/** Calls back when the focus leaves an element and all that is in it. */
export const useFocusLeft = (place: RefObject<HTMLElement | null>, onLeft: () => void): void => {
  useEffect(() => {
    const element = place.current;
    const listen = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && element?.contains(relatedTarget))) onLeft();
    };
    element?.addEventListener('focusout', listen);
    return () => element?.removeEventListener('focusout', listen);
  });
};
