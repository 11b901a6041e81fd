import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { useEditor } from '../editor-context.ts';
import { type DraftKind, nextDraft } from './kept-draft.ts';
import { useFocusLeft } from './use-focus-left.ts';

type KeptDraft<Draft> = {
  readonly draft: Draft;
  /** Writes the draft, and keeps what can be kept of it. */
  readonly keep: (draft: Draft) => void;
  /** Around the controls: while the focus is in it, nothing from outside replaces what is being written. */
  readonly place: RefObject<HTMLDivElement | null>;
};

/** The parts of a value that the document keeps only once all are there; half of one is kept nowhere but here. */
export const useKeptDraft = <Stored extends FieldValue, Draft>(
  kind: DraftKind<Stored, Draft>,
  calendar: string,
  path: FieldPath,
): KeptDraft<Draft> => {
  const { session } = useEditor();
  const stored = useFieldValue(session, path);
  const [draft, write] = useState(() => kind.draftOf(calendar, stored));
  const place = useRef<HTMLDivElement>(null);
  /** What the controls show; older than `stored` while the focus rests in them. */
  const shown = useRef(stored);
  const show = () => {
    shown.current = stored;
    write((current) => nextDraft(kind, calendar, current, stored));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is of these.
  useEffect(() => {
    if (place.current?.contains(document.activeElement) !== true) show();
  }, [kind, calendar, stored]);
  useFocusLeft(place, show);
  return {
    draft,
    place,
    keep: (next) => {
      write(next);
      const value = kind.keptOf(calendar, next) ?? undefined;
      session.set(path, value, { value: shown.current });
      shown.current = value;
    },
  };
};
