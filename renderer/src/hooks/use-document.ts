import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DocumentSession, SessionSnapshot } from '#renderer/commands/document-session.ts';
import { useApp } from '#renderer/deps-context.ts';
import { joinedParts, partAt } from '#shared/domain/field-parts.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { type Failure, isFormFailure } from '#shared/errors.ts';
import type { Loadable } from './loadable.ts';
import { useSpace } from './use-space.ts';

/**
 * Opens a document while the room is shown; what still waited is written when it closes. One that is not on this
 * laptop, or whose form is not, is shown as soon as the Network, or another window, has brought it.
 */
export const useDocument = (id: DocId): Loadable<DocumentSession> => {
  const app = useApp();
  const { events } = useSpace();
  const [session, setSession] = useState<Loadable<DocumentSession>>({ state: 'loading' });
  useEffect(() => {
    let opened: DocumentSession | undefined;
    let isShown = true;
    let hasArrived = false;
    let isMissing = false;
    const open = async (): Promise<void> => {
      isMissing = false;
      hasArrived = false;
      const result = await app.openDocument(id);
      if (result.ok && result.value) opened = result.value;
      if (!isShown) {
        if (opened) await app.closeDocument(opened);
        return;
      }
      if (opened) return setSession({ state: 'ready', value: opened });
      const failure: Failure = result.ok ? { code: 'not-found' } : result.error;
      const mayArrive = result.ok || isFormFailure(failure.code);
      if (mayArrive && hasArrived) return open();
      isMissing = mayArrive;
      setSession({ state: 'failed', failure });
    };
    const stopListening = events.subscribe((changed) => {
      if (!changed.includes(id)) return;
      hasArrived = true;
      if (isMissing) void open();
    });
    setSession({ state: 'loading' });
    void open();
    return () => {
      isShown = false;
      stopListening();
      if (opened) void app.closeDocument(opened);
    };
  }, [app, events, id]);
  return session;
};

/** What `read` makes of an open document; it must answer the same object while nothing of it changed. */
const useRead = <T>(session: DocumentSession, read: () => T): T =>
  useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    read,
  );

/** Everything that an open document shows. */
export const useSession = (session: DocumentSession): SessionSnapshot =>
  useRead(session, () => session.getSnapshot());

const sameEntries = (a: object, b: object): boolean => {
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => Object.is(value, (b as Readonly<Record<string, unknown>>)[key]))
  );
};

/** A part of what an open document shows, as an object or a list; drawn anew only when an entry of it changes. */
export const useSessionPart = <T extends object>(
  session: DocumentSession,
  pick: (snapshot: SessionSnapshot) => T,
): T => {
  const last = useRef<T | null>(null);
  const read = (): T => {
    const part = pick(session.getSnapshot());
    if (last.current === null || !sameEntries(last.current, part)) last.current = part;
    return last.current;
  };
  return useRead(session, read);
};

/** One value of an open document; shown anew only when that value changes. */
export const useFieldValue = (session: DocumentSession, path: FieldPath): FieldValue | undefined =>
  useRead(session, () => session.getSnapshot().values[path]);

/** What stands at and below some fields; the same object until one of them changes. */
export const useValuesWithin = (session: DocumentSession, fields: readonly string[]): FieldMap => {
  const parts = useSessionPart(session, ({ values }) => fields.map((field) => partAt(values, field)));
  return useMemo(() => joinedParts(parts), [parts]);
};
