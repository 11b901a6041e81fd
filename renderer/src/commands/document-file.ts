import type { DocumentState } from '#shared/sync/document-state.ts';
import type { SpaceKind } from './app-state.ts';

/** A document as a file: what was written, and where it stood. */
export const documentFile = (state: DocumentState, space: SpaceKind) => ({
  format: 'compact-desk-document',
  formatVersion: 1,
  ...(space === 'training' ? { mark: 'Training' } : {}),
  id: state.id,
  kind: state.kind,
  template: state.template,
  stage: state.stage,
  round: state.round,
  savedAt: new Date(state.savedAt).toISOString(),
  receipt: state.receipt,
  fields: state.local,
});

/** A file name that every file system takes, made from a title. */
export const fileNameOf = (title: string, fallback: string): string => {
  const bare = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return [...(bare === '' ? fallback : bare)].slice(0, 80).join('').trim();
};
