import type { PrintablePage } from '#renderer/shell/print-page.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { RandomBytes } from '#shared/domain/ids.ts';
import type { Template } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import type { DocumentModel } from '#shared/export/document-model.ts';
import type { PrintPage } from '#shared/export/html.ts';
import type { Direction } from '#shared/export/text.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { SpaceKind } from './app-state.ts';
import type { CopyFormat } from './copy-choice.ts';
import { documentFile } from './document-file.ts';
import { emailCopy, iatiCopy, webformCopy } from './flat-copies.ts';

/** What a copy may be made of and with. */
export type CopyMaterial = {
  readonly state: DocumentState;
  readonly space: SpaceKind;
  /** The document as it is read; made when it is asked for. */
  readonly model: () => Promise<DocumentModel>;
  readonly template: Template;
  readonly vocabulary: Vocabulary;
  readonly withContacts: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: RandomBytes;
  /** null where this laptop does not have the bytes and cannot fetch them now. */
  readonly fileBytes: (attachment: Attachment) => Promise<Uint8Array | null>;
  /** Of the person: decides the paper. */
  readonly country: string;
  readonly wordTemplate: (kind: DocKind, direction: Direction) => Promise<Uint8Array>;
  readonly fontFaces: () => Promise<string>;
  readonly print: (page: PrintablePage) => Promise<boolean>;
  /** null where the shell makes no PDF: the print dialog does. */
  readonly pdf: ((html: string) => Promise<Uint8Array | null>) | null;
};

/** A file to be saved under the document's name, a print dialog, or nothing. */
export type MadeCopy =
  | {
      readonly made: 'file';
      readonly ending: string;
      readonly bytes: Uint8Array;
      /** By name, what the file does not hold; none where it holds everything. */
      readonly leftOut?: readonly string[];
    }
  | { readonly made: 'printing' }
  | { readonly made: 'nothing' };

const nothing: MadeCopy = { made: 'nothing' };

const pageOf = async ({ model, country, fontFaces }: CopyMaterial): Promise<PrintPage> => {
  const [{ printPage }, { paperOf }, read, faces] = await Promise.all([
    import('#shared/export/html.ts'),
    import('#shared/export/print-styles.ts'),
    model(),
    fontFaces(),
  ]);
  return printPage(read, paperOf(country), faces);
};

const printed = async (material: CopyMaterial): Promise<MadeCopy> =>
  (await material.print(await pageOf(material))) ? { made: 'printing' } : nothing;

const wordBytes = async ({ model, wordTemplate }: CopyMaterial): Promise<Uint8Array> => {
  const read = await model();
  const [{ wordFile }, { readHouseTemplate }, template] = await Promise.all([
    import('#shared/export/word/word-file.ts'),
    import('#shared/export/word/house-template.ts'),
    wordTemplate(read.kind, read.direction),
  ]);
  return wordFile(read, await readHouseTemplate(template));
};

/**
 * How a copy of each format is made: the one table to add a format to (its button: `copy-formats.ts` of the Editor).
 * What is large comes in when it is first used.
 */
export const copyMakers: Readonly<Record<CopyFormat, (material: CopyMaterial) => Promise<MadeCopy>>> = {
  word: async (material) => ({ made: 'file', ending: 'docx', bytes: await wordBytes(material) }),
  pdf: async (material) => {
    if (material.pdf === null) return printed(material);
    const { htmlFile } = await import('#shared/export/html.ts');
    const bytes = await material.pdf(htmlFile(await pageOf(material)));
    return bytes === null ? nothing : { made: 'file', ending: 'pdf', bytes };
  },
  print: printed,
  json: async ({ state, space, template, withContacts }) => {
    const { leaveOutContacts } = await import('#shared/export/contacts.ts');
    const contents = withContacts ? {} : leaveOutContacts(template, state.local);
    const text = `${JSON.stringify({ ...documentFile(state, space), ...contents }, null, 2)}\n`;
    return { made: 'file', ending: 'json', bytes: new TextEncoder().encode(text) };
  },
  iati: iatiCopy,
  webform: webformCopy,
  email: async (material) => emailCopy(material, await wordBytes(material)),
};
