import { type RefObject, useCallback, useEffect, useState } from 'react';

/**
 * What is marked, in order; words put in right after words taken out are one change with them, and so is all that
 * stands in one `data-change`.
 */
const changesIn = (page: HTMLElement): readonly HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>('ins, del, [data-change]')].filter(
    (element) =>
      !element.parentElement?.closest('[data-change]') &&
      !(element.localName === 'ins' && element.previousElementSibling?.localName === 'del'),
  );

const markCurrent = (changes: readonly HTMLElement[], index: number): void => {
  changes.forEach((element, place) => {
    element.toggleAttribute('data-current', place + 1 === index);
  });
};

/** Steps through the changes on a page: F7 and Shift+F7, or by a button. `index` is 0 before the first step. */
export const useChangeSteps = (page: RefObject<HTMLElement | null>, shown: unknown) => {
  const [at, setAt] = useState({ index: 0, count: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides how many there are
  useEffect(() => {
    const changes = page.current === null ? [] : changesIn(page.current);
    // What was there before may still carry the mark.
    markCurrent(changes, 0);
    setAt({ index: 0, count: changes.length });
  }, [page, shown]);

  const step = useCallback(
    (by: -1 | 1) => {
      const changes = page.current === null ? [] : changesIn(page.current);
      if (changes.length === 0) return;
      const current = changes.findIndex((element) => element.hasAttribute('data-current'));
      const next = current < 0 ? (by > 0 ? 0 : changes.length - 1) : current + by;
      const index = (next + changes.length) % changes.length;
      markCurrent(changes, index + 1);
      changes[index]?.scrollIntoView({ block: 'center' });
      setAt({ index: index + 1, count: changes.length });
    },
    [page],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F7') return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step]);

  return { ...at, step };
};
