import type { Shell } from '#renderer/shell/shell.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { languages } from '#shared/domain/template.ts';
import type { RegisterEntry } from '#shared/export/csv.ts';
import { stageOf } from '#shared/sync/document-state.ts';
import type { CopyOutcome } from './copy-choice.ts';
import { localDay } from './export-document.ts';
import { type ReadingParts, readMany } from './read-many.ts';
import type { Watch } from './watch.ts';

/** What of the app a register needs. */
export type RegisterParts = ReadingParts & {
  readonly shell: Pick<Shell, 'saveFile'>;
  /** Of the person; empty where it is not known. */
  readonly country: string;
  /** Told of what failed while the register was made. */
  readonly report: (error: unknown) => void;
};

/** The chosen documents as a table (CSV), in their order. One that cannot be read, and nothing is written. */
export const exportRegister = async (
  parts: RegisterParts,
  ids: readonly DocId[],
  withContacts: boolean,
  watch: Watch,
): Promise<CopyOutcome> => {
  const { shell, report, now } = parts;
  const language = languages.find((one) => one === parts.language.split('-')[0]) ?? 'en';
  let csv: string;
  try {
    const { registerCsv, delimiterOf } = await import('#shared/export/csv.ts');
    const entries: RegisterEntry[] = [];
    const outcome = await readMany(
      parts,
      ids,
      { language, withContacts },
      watch,
      ({ state, template, model }) => {
        entries.push({
          id: state.id,
          stage: stageOf(state),
          round: state.round,
          savedAt: new Date(state.savedAt).toISOString(),
          receiptNo: state.receipt?.receiptNo ?? '',
          template,
          model,
        });
      },
    );
    if (outcome !== 'read') return outcome;
    csv = registerCsv(entries, {
      names: language,
      withContacts,
      delimiter: delimiterOf(parts.country === '' ? language : `${language}-${parts.country}`),
    });
  } catch (error) {
    report(error);
    return 'not-made';
  }
  const { outcome } = await shell.saveFile(
    `compact-desk-${localDay(now)}.csv`,
    new TextEncoder().encode(csv),
  );
  return outcome === 'failed' ? 'not-written' : outcome;
};
