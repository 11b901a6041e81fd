import type { Shell } from '#renderer/shell/shell.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { languages } from '#shared/domain/template.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import type { CopyOutcome } from './copy-choice.ts';
import { tryStore } from './explain-failure.ts';
import { localDay } from './export-document.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';

/** What of the app a register needs. */
export type RegisterParts = {
  readonly shell: Pick<Shell, 'saveFile'>;
  readonly space: Pick<Space, 'kind' | 'documents'>;
  readonly open: OpenDocuments;
  readonly resources: Resources;
  /** Of the screens. */
  readonly language: string;
  /** Told of what failed while the register was made. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The chosen documents as a table (CSV), in their order. One that cannot be read, and nothing is written. */
export const exportRegister = async (
  { shell, space, open, resources, report, now, ...parts }: RegisterParts,
  ids: readonly DocId[],
  withContacts: boolean,
): Promise<CopyOutcome> => {
  const language = languages.find((one) => one === parts.language.split('-')[0]) ?? 'en';
  const date = localDay(now);
  let csv: string;
  try {
    const [{ registerCsv }, { documentModel }, { documentLanguage }] = await Promise.all([
      import('#shared/export/csv.ts'),
      import('#shared/export/document-model.ts'),
      import('#shared/export/document-language.ts'),
    ]);
    const entries = [];
    for (const id of ids) {
      const read = await tryStore(() => space.documents.read(id));
      if (!read.ok || read.value === undefined) return 'not-here';
      const state = open.asShown(read.value);
      const template = resources.forDocument(state);
      entries.push({
        id: state.id,
        stage: state.stage,
        round: state.round,
        savedAt: new Date(state.savedAt).toISOString(),
        receiptNo: state.receipt?.receiptNo ?? '',
        template,
        model: documentModel(template, state.local, resources.vocabulary, {
          language,
          writtenLanguage: documentLanguage(state.local, language),
          withContacts,
          unanswered: 'omit',
          isTraining: space.kind === 'training',
          receipt: state.receipt,
          changedSinceReceipt:
            state.receipt !== null && hashOf(state, state.local) !== state.receipt.contentHash,
          date,
        }),
      });
    }
    csv = registerCsv(entries, { names: language, withContacts });
  } catch (error) {
    report(error);
    return 'not-made';
  }
  const { outcome } = await shell.saveFile(`compact-desk-${date}.csv`, new TextEncoder().encode(csv));
  return outcome === 'failed' ? 'not-written' : outcome;
};
