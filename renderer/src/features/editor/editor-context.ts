import { createContext, use } from 'react';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import type { Fixes } from '#renderer/hooks/use-fixes.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

/** What every field of an open document shares. */
export type EditorContextValue = {
  readonly session: DocumentSession;
  readonly vocabulary: Vocabulary;
  readonly isReadOnly: boolean;
  /** Whether findings at this place may be shown under it: after it was left, or all were asked for. */
  readonly showsFindings: (path: FieldPath) => boolean;
  /** Calls back once nothing is being pressed, so that nothing moves from under a pointer; answers how to call it off. */
  readonly whenReleased: (callback: () => void) => () => void;
  /** The mechanical fixes that were pressed, and how to press them and put them back. */
  readonly fixes: Fixes;
  /** The person left the field at this place. */
  readonly leave: (path: FieldPath) => void;
};

export const EditorContext = createContext<EditorContextValue | null>(null);

/** The open document around this field. */
export const useEditor = (): EditorContextValue => {
  const value = use(EditorContext);
  if (value === null) throw new Error('Assumption broken: a field stands outside an editor');
  return value;
};
