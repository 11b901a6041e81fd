import type { Shell } from '#renderer/shell/shell.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { fileNameOf } from '#shared/export/file-name.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import type { CopyChoice, CopyFormat, CopyOutcome, PartlySaved } from './copy-choice.ts';
import { type CopyMaterial, copyMakers, type MadeCopy } from './copy-makers.ts';
import { tryStore } from './explain-failure.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';

/** What of the app an export needs. */
export type ExportParts = {
  readonly shell: Pick<Shell, 'saveFile' | 'print' | 'pdf' | 'fontFaces'>;
  readonly space: Pick<Space, 'kind' | 'documents'>;
  readonly open: OpenDocuments;
  readonly resources: Resources;
  readonly wordTemplate: CopyMaterial['wordTemplate'];
  readonly random: CopyMaterial['random'];
  readonly fileBytes: CopyMaterial['fileBytes'];
  /** Of the person. */
  readonly country: string;
  /** Of the screens. */
  readonly language: string;
  /** Told of what failed while a copy was made. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The day where the laptop is, YYYY-MM-DD. */
export const localDay = (at: number): string => {
  const day = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** Makes a copy of what is on the screen and hands it to the shell. What fails changes nothing. */
export const exportDocument = async (
  parts: ExportParts,
  id: DocId,
  format: CopyFormat,
  choice: CopyChoice,
): Promise<CopyOutcome | PartlySaved> => {
  const { shell, space, open, resources } = parts;
  const read = await tryStore(() => space.documents.read(id));
  if (!read.ok || read.value === undefined) return 'not-here';
  const state = open.asShown(read.value);
  const template = resources.forDocument(state);
  const model: CopyMaterial['model'] = async () => {
    const [{ documentModel }, { documentLanguage }] = await Promise.all([
      import('#shared/export/document-model.ts'),
      import('#shared/export/document-language.ts'),
    ]);
    const writtenLanguage = documentLanguage(state.local, parts.language);
    return documentModel(template, state.local, resources.vocabulary, {
      ...choice,
      language: choice.language ?? writtenLanguage,
      writtenLanguage,
      isTraining: space.kind === 'training',
      receipt: state.receipt,
      changedSinceReceipt: state.receipt !== null && hashOf(state, state.local) !== state.receipt.contentHash,
      date: localDay(parts.now),
    });
  };
  let copy: MadeCopy;
  try {
    copy = await copyMakers[format]({
      state,
      space: space.kind,
      model,
      template,
      vocabulary: resources.vocabulary,
      withContacts: choice.withContacts,
      now: parts.now,
      random: parts.random,
      fileBytes: parts.fileBytes,
      country: parts.country,
      wordTemplate: parts.wordTemplate,
      fontFaces: shell.fontFaces,
      print: shell.print,
      pdf: shell.pdf,
    });
  } catch (error) {
    parts.report(error);
    return 'not-made';
  }
  if (copy.made === 'nothing') return 'not-made';
  if (copy.made === 'printing') return 'printing';
  const name = fileNameOf(String(state.local[template.titleField] ?? ''), state.kind);
  const { outcome } = await shell.saveFile(`${name}.${copy.ending}`, copy.bytes);
  const { leftOut = [] } = copy;
  if (outcome === 'saved' && leftOut.length > 0) return { outcome: 'saved-partly', leftOut };
  return outcome === 'failed' ? 'not-written' : outcome;
};
