import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { type DraftKind, nextDraft } from './kept-draft.ts';

type KeptDraft<Draft> = {
  readonly draft: Draft;
  /** Around the controls: while the focus is in it, nothing from outside replaces what is being written. */
  readonly place: RefObject<HTMLDivElement | null>;
  readonly write: (draft: Draft) => void;
};

/** The parts of a value that the document keeps only once all are there; half of one is kept nowhere but here. */
export const useKeptDraft = <Stored extends FieldValue, Draft>(
  kind: DraftKind<Stored, Draft>,
  calendar: string,
  stored: FieldValue | undefined,
): KeptDraft<Draft> => {
  const [draft, write] = useState(() => kind.draftOf(calendar, stored));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current?.contains(document.activeElement) === true) return;
    write((current) => nextDraft(kind, calendar, current, stored));
  }, [kind, calendar, stored]);
  return { draft, place, write };
};
