import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { useFieldValue } from '#renderer/hooks/use-document.ts';

/**
 * The `lang` of what is written in a document. Undefined where the document does not say; the empty text,
 * which is HTML's "unknown", where it is in a language that the list does not have.
 */
export const useTextLanguage = (session: DocumentSession): string | undefined => {
  const chosen = useFieldValue(session, 'textLanguage');
  if (typeof chosen !== 'string' || chosen === '') return undefined;
  return chosen === 'other' ? '' : chosen;
};
