import { type RefObject, useEffect, useRef, useState } from 'react';

type KeptDraft<Draft> = {
  readonly draft: Draft;
  /** Around the controls: while the focus is in it, nothing from outside replaces what is being written. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** What is written now, and whether it is whole, so that the document keeps a value of it. */
  readonly write: (draft: Draft, isKept: boolean) => void;
};

/**
 * The parts of a value that the document keeps only once all are there; half of one is kept nowhere but here. `stored`
 * is the value as text or object, undefined where there is none: when one goes elsewhere, the parts are empty too.
 */
export const useKeptDraft = <Stored, Draft>(
  stored: Stored | undefined,
  calendar: string,
  draftOf: (calendar: string, stored: Stored | undefined) => Draft,
): KeptDraft<Draft> => {
  const [draft, setDraft] = useState(() => draftOf(calendar, stored));
  const place = useRef<HTMLDivElement>(null);
  const wasKept = useRef(stored !== undefined);
  useEffect(() => {
    const isElsewhere = place.current?.contains(document.activeElement) !== true;
    if (isElsewhere && (stored !== undefined || wasKept.current)) setDraft(draftOf(calendar, stored));
    wasKept.current = stored !== undefined;
  }, [stored, calendar, draftOf]);
  const write = (next: Draft, isKept: boolean) => {
    setDraft(next);
    wasKept.current = isKept;
  };
  return { draft, place, write };
};
