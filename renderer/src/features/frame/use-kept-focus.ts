import { type RefObject, useEffect } from 'react';

const isThere = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

/** Where something can be read and gone on from: the row that a button stood in alone is none. */
const isPlace = (element: Element): boolean => isThere(element) && element.textContent.trim() !== '';

/** Two frames: a room that knows a better place puts the focus there after it has painted. */
const afterPaint = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(act));
};

const focusPlace = (place: HTMLElement): void => {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
};

/**
 * A button that goes away when it is pressed takes the focus with it, and the keyboard would begin again at the
 * top of the page. The focus then goes to the nearest thing that it stood in and that is still there.
 */
export const useKeptFocus = (main: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const room = main.current;
    if (room === null) return;
    /** What had the focus last, and all that it stood in. */
    let chain: readonly HTMLElement[] = [];
    let isWaiting = false;
    const onFocus = ({ target }: FocusEvent) => {
      const places: HTMLElement[] = [];
      for (let place = target; place instanceof HTMLElement; place = place.parentElement) {
        places.push(place);
        if (place === room) break;
      }
      chain = places;
    };
    const isLost = () => {
      const [last] = chain;
      return document.activeElement === document.body && last !== undefined && !isThere(last);
    };
    const observer = new MutationObserver(() => {
      if (isWaiting || !isLost()) return;
      isWaiting = true;
      afterPaint(() => {
        isWaiting = false;
        const place = isLost() ? chain.find(isPlace) : undefined;
        if (place !== undefined) focusPlace(place);
      });
    });
    room.addEventListener('focusin', onFocus);
    observer.observe(room, { childList: true, subtree: true });
    return () => {
      room.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, [main]);
};
