import type { Shell } from '#renderer/shell/shell.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { fileNameOf } from '#shared/export/file-name.ts';
import { zipOfPacked } from '#shared/export/plain-zip.ts';
import type { CopyOutcome } from './copy-choice.ts';
import { localDay } from './export-document.ts';
import { type ReadingParts, readMany } from './read-many.ts';
import { cancelled, type Watch } from './watch.ts';
import type { FileMaking } from './word-making.ts';

/** What of the app a file for each document needs. */
export type FilesParts = ReadingParts & {
  readonly shell: Pick<Shell, 'saveFile'>;
  readonly ending: 'docx' | 'pdf';
  readonly making: () => FileMaking;
  /** Told of what failed while a file was made. */
  readonly report: (error: unknown) => void;
};

/** `name`, or with a number behind it where another file has it; case does not tell files apart everywhere. */
const freeName = (name: string, ending: string, taken: ReadonlySet<string>): string => {
  for (let count = 1; ; count += 1) {
    const full = `${name}${count === 1 ? '' : ` (${count})`}.${ending}`;
    if (!taken.has(full.toLowerCase())) return full;
  }
};

/** A file for each of the documents, in one zip. Cancelled or failed, and nothing is written. */
export const exportFiles = async (
  parts: FilesParts,
  ids: readonly DocId[],
  withContacts: boolean,
  watch: Watch,
): Promise<CopyOutcome> => {
  const { shell, ending, report, now } = parts;
  const making = parts.making();
  // What is being made ends with the word of the person, not with the file.
  const stopped = cancelled(watch.abort);
  const files: Record<string, Uint8Array> = {};
  const taken = new Set<string>();
  try {
    const reading = readMany(
      parts,
      ids,
      { language: null, withContacts },
      watch,
      async ({ state, template, model }) => {
        const bytes = await Promise.race([making.make(model), stopped]);
        if (bytes === 'cancelled') return;
        const title = String(state.local[template.titleField] ?? '');
        const name = freeName(fileNameOf(title, state.kind), ending, taken);
        taken.add(name.toLowerCase());
        files[name] = bytes;
      },
    );
    const outcome = await reading;
    if (outcome !== 'read') return outcome;
    const zip = zipOfPacked(files, now);
    const saved = await shell.saveFile(`compact-desk-${localDay(now)}-${ending}.zip`, zip);
    return saved.outcome === 'failed' ? 'not-written' : saved.outcome;
  } catch (error) {
    report(error);
    return 'not-made';
  } finally {
    making.end();
  }
};
