import type { DocId } from '#shared/domain/ids.ts';
import type { Language, Template } from '#shared/domain/template.ts';
import type { DocumentModel } from '#shared/export/document-model.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { tryStore } from './explain-failure.ts';
import { localDay } from './export-document.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';
import type { Watch } from './watch.ts';

/** What of the app is needed to read documents for copies of them. */
export type ReadingParts = {
  readonly space: Pick<Space, 'kind' | 'documents'>;
  readonly open: OpenDocuments;
  readonly resources: Resources;
  /** Of the screens. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type ReadDocument = {
  readonly state: DocumentState;
  readonly template: Template;
  readonly model: DocumentModel;
};

/**
 * Reads documents one after the other, each as it is on the screen, and hands it on; tells after each how far it is.
 * `language`: of the labels; null: of each document. Ends at the first that cannot be read, and when told to.
 */
export const readMany = async (
  { space, open, resources, now, ...parts }: ReadingParts,
  ids: readonly DocId[],
  choice: { readonly language: Language | null; readonly withContacts: boolean },
  { onProgress, abort }: Watch,
  use: (read: ReadDocument) => void | Promise<void>,
): Promise<'read' | 'cancelled' | 'not-here'> => {
  const [{ documentModel }, { documentLanguage }] = await Promise.all([
    import('#shared/export/document-model.ts'),
    import('#shared/export/document-language.ts'),
  ]);
  for (const [index, id] of ids.entries()) {
    const read = await tryStore(() => space.documents.read(id));
    if (abort.aborted) return 'cancelled';
    if (!read.ok || read.value === undefined) return 'not-here';
    const state = open.asShown(read.value);
    const template = resources.forDocument(state);
    const writtenLanguage = documentLanguage(state.local, choice.language ?? parts.language);
    const model = documentModel(template, state.local, resources.vocabulary, {
      language: choice.language ?? writtenLanguage,
      writtenLanguage,
      withContacts: choice.withContacts,
      unanswered: choice.language === null ? 'dash' : 'omit',
      isTraining: space.kind === 'training',
      receipt: state.receipt,
      changedSinceReceipt: state.receipt !== null && hashOf(state, state.local) !== state.receipt.contentHash,
      date: localDay(now),
    });
    await use({ state, template, model });
    if (abort.aborted) return 'cancelled';
    onProgress(index + 1, ids.length);
  }
  return 'read';
};
