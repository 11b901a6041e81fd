import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { useApp } from '#renderer/deps-context.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { useStore } from './use-store.ts';

/** The session through which a room shows this document just now; null while none does. */
export const useOpenSession = (id: DocId): DocumentSession | null =>
  useStore(useApp().sessions).findLast((session) => session.id === id) ?? null;
