import { type RefObject, useEffect, useRef } from 'react';
import type { Route } from '#renderer/components/route.ts';

/** One text per room and document; the place within a document does not count as another room. */
const roomKey = (route: Route): string => ('id' in route ? `${route.room} ${route.id}` : route.room);

/**
 * After a change of room the focus goes to its heading, so that the keyboard and a screen reader begin
 * there. A room that is still loading gets it when its heading appears, unless the person was quicker or
 * the room itself put the focus somewhere (a link to a field).
 */
export const useHeadingFocus = (main: RefObject<HTMLElement | null>, route: Route): void => {
  const key = roomKey(route);
  const goesToField = route.room === 'document' && route.field !== undefined;
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    const room = main.current;
    if (room === null || goesToField) return;
    const isTaken = () => room.contains(document.activeElement) && document.activeElement !== room;
    const focusHeading = (): boolean => {
      if (isTaken()) return true;
      const heading = room.querySelector<HTMLElement>('h1');
      if (heading === null) return false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      return true;
    };
    if (focusHeading()) return;
    const observer = new MutationObserver(() => {
      if (focusHeading()) observer.disconnect();
    });
    observer.observe(room, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [key, goesToField, main]);
};
