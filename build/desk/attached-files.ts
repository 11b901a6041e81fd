import { dirname, join } from 'node:path';
import { type Attachment, attachmentsIn, type Sha256 } from '#shared/domain/attachment.ts';
import { isAsked } from '#shared/domain/condition.ts';
import type { DocumentFile } from '#shared/domain/document-file.ts';
import { safeFileName } from '#shared/domain/safe-file-name.ts';
import { templateFields } from '#shared/domain/template.ts';
import type { EmlFile } from '#shared/export/eml.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import type { CommandIo } from './command.ts';
import { formOf } from './forms.ts';

/** Where the bytes of attachments are looked for: a document file has their names and hashes only. */
export type FileSources = {
  /** The document's own file: what lies beside it under the name of an attachment is it, if its bytes are the same. */
  readonly file: string;
  /** The files of a hand-over bundle. */
  readonly bundled: ReadonlyMap<Sha256, Uint8Array>;
};

const beside = async (io: CommandIo, file: string, name: string): Promise<Uint8Array | null> => {
  try {
    return new Uint8Array(await io.read(join(dirname(file), safeFileName(name))));
  } catch {
    // Not there, or not readable: the person is told that it is missing.
    return null;
  }
};

const found = async (
  io: CommandIo,
  { file, bundled }: FileSources,
  { sha256, name }: Attachment,
): Promise<Uint8Array | string> => {
  const inBundle = bundled.get(sha256);
  if (inBundle !== undefined) return inBundle;
  const bytes = await beside(io, file, name);
  if (bytes === null)
    return 'is not in the letter: put it beside the document, or name the bundle that has it with --bundle';
  return sha256HexOfBytes(bytes) === sha256
    ? bytes
    : 'is not in the letter: what lies beside the document under this name is another file';
};

/** The attachments of a document whose bytes can be had; each of the others is told on standard error. */
export const attachedFiles = async (
  io: CommandIo,
  document: DocumentFile,
  sources: FileSources,
): Promise<readonly EmlFile[]> => {
  const attachments = templateFields(formOf(document.template))
    .filter((field) => field.kind === 'attachments' && isAsked(field, document.fields))
    .flatMap(({ id }) => attachmentsIn(document.fields, id));
  const files: EmlFile[] = [];
  for (const attachment of attachments) {
    const bytes = await found(io, sources, attachment);
    if (typeof bytes === 'string') io.say(`${attachment.name} ${bytes}\n`);
    else files.push({ name: attachment.name, type: attachment.type, bytes });
  }
  return files;
};
