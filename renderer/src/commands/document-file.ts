import { documentFormat, documentFormatVersion } from '#shared/domain/document-file.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { SpaceKind } from './app-state.ts';

/** A document as a file: what was written, and where it stood. */
export const documentFile = (state: DocumentState, space: SpaceKind) => ({
  format: documentFormat,
  formatVersion: documentFormatVersion,
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
