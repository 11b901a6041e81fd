import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import type { KeptVersion } from '#renderer/commands/kept-version.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** What came of keeping a version: `turn` counts the times, so that the same answer again is told again. */
export type Keeping = {
  readonly turn: number;
  readonly at: number;
  readonly kept: Result<KeptVersion, Failure>;
};

/** Where the keyboard was before something opened; not there any more: where it is. */
const focusAgain = (element: Element | null): void => {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
};

/** The version that is read in the place of the form, and the one that Ctrl+S has kept. */
export const useReading = (session: DocumentSession, sheet: RefObject<HTMLElement | null>) => {
  const commands = useCommands();
  const [reading, setReading] = useState<number | null>(null);
  const isOpen = useRef(false);
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const back = useRef<Element | null>(null);

  // At once: whoever closes it wants to go to a place of the form, which must be there.
  const close = useCallback(() => {
    if (!isOpen.current) return;
    isOpen.current = false;
    flushSync(() => setReading(null));
    focusAgain(back.current);
  }, []);
  const open = useCallback(
    (seq: number) => {
      if (!isOpen.current) back.current = document.activeElement;
      isOpen.current = true;
      setReading(seq);
      sheet.current?.scrollTo({ top: 0 });
    },
    [sheet],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (event.repeat) return;
      if (document.activeElement?.closest('.keep-note') === null) back.current = document.activeElement;
      void commands
        .keepVersion(session.id, null)
        .then((kept) => setKeeping((before) => ({ turn: (before?.turn ?? 0) + 1, at: Date.now(), kept })));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands, session]);

  const dismiss = useCallback(() => {
    // Whoever writes elsewhere by now stays there.
    const isInNote = document.activeElement?.closest('.keep-note') !== null;
    flushSync(() => setKeeping(null));
    if (isInNote) focusAgain(back.current);
  }, []);
  return { reading, open, close, keeping, dismiss };
};
