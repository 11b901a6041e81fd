import { createHash, randomBytes } from 'node:crypto';
import type { DocumentFile } from '#shared/domain/document-file.ts';
import type { Language } from '#shared/domain/template.ts';
import { registerCsv } from '#shared/export/csv.ts';
import type { DocumentModel } from '#shared/export/document-model.ts';
import { emlFile } from '#shared/export/eml.ts';
import { fileNameOf } from '#shared/export/file-name.ts';
import { iatiFile } from '#shared/export/iati/iati.ts';
import { webformPayload } from '#shared/export/webform.ts';
import { attachedFiles, type FileSources } from './attached-files.ts';
import { CommandError, type CommandIo } from './command.ts';
import { iatiSentence, webformSentence } from './copy-sentences.ts';
import { formOf, vocabulary } from './forms.ts';

/** A document to be written flat, read in the language of its copy. */
export type FlatMaterial = {
  readonly document: DocumentFile;
  readonly model: DocumentModel;
  readonly io: CommandIo;
  readonly withContacts: boolean;
};

const encoder = new TextEncoder();
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where a file names no document, the same text has the same id and a changed one another. */
const idOf = ({ id, fields }: DocumentFile): string =>
  id ?? `draft-${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)}`;

/** A register: a row for each document. */
export const csvCopy = (materials: readonly FlatMaterial[], language: Language): Uint8Array =>
  encoder.encode(
    registerCsv(
      materials.map(({ document, model }) => ({
        id: idOf(document),
        stage: document.stage ?? 'draft',
        round: document.round ?? 1,
        savedAt: document.savedAt ?? '',
        receiptNo: document.receipt?.receiptNo ?? '',
        template: formOf(document.template),
        model,
      })),
      { names: language, withContacts: materials.some(({ withContacts }) => withContacts) },
    ),
  );

/** A concept note as an IATI activity; what the file says otherwise is told on standard error. */
export const iatiCopy = ({ document, model, io, withContacts }: FlatMaterial): Uint8Array => {
  if (document.kind !== 'concept-note')
    throw new CommandError(`only a concept note can be written for IATI; this is a ${document.kind}`);
  const { xml, remarks } = iatiFile(document.fields, vocabulary(), {
    id: idOf(document),
    language: model.writtenLanguage,
    generatedAt: `${io.today}T00:00:00Z`,
    withContacts,
  });
  for (const remark of remarks) io.say(`${iatiSentence(formOf(document.template), remark)}\n`);
  return encoder.encode(xml);
};

/** A pledge as the payload of the public web form; what is not in it is told on standard error. */
export const webformCopy = ({ document, model, io, withContacts }: FlatMaterial): Uint8Array => {
  if (document.kind !== 'pledge')
    throw new CommandError(`only a pledge has a web form; this is a ${document.kind}`);
  const template = formOf(document.template);
  const { payload, leftOut } = webformPayload(template, model, document.fields, withContacts);
  for (const one of leftOut) io.say(`${webformSentence(template, one)}\n`);
  return encoder.encode(`${JSON.stringify(payload, null, 2)}\n`);
};

/** A letter with the Word file, and the attachments whose bytes can be had. */
export const emlCopy = async (
  { document, model, io }: FlatMaterial,
  word: Uint8Array,
  sources: FileSources,
): Promise<Uint8Array> => {
  const attached = await attachedFiles(io, document, sources);
  const title = model.title.text;
  return encoder.encode(
    emlFile({
      to: [],
      subject: `${model.training === null ? '' : `[${model.training.text}] `}${model.kindName.text}: ${title}`,
      text: [title, `${model.standing.text}, ${model.date.text}`, ...model.notes.map(({ text }) => text)]
        .filter((line) => line !== '')
        .join('\n\n'),
      files: [{ name: `${fileNameOf(title, document.kind)}.docx`, type: wordType, bytes: word }, ...attached],
      now: Date.parse(io.today),
      random: randomBytes(16),
    }),
  );
};
