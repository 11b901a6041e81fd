import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#build/parts/tool.ts';
import type { DocumentFile } from '#shared/domain/document-file.ts';
import { documentFormat, documentFormatVersion } from '#shared/domain/document-file.ts';
import { type Language, languages } from '#shared/domain/template.ts';
import { documentLanguage } from '#shared/export/document-language.ts';
import { documentModel } from '#shared/export/document-model.ts';
import { htmlFile, printPage } from '#shared/export/html.ts';
import { paperOf } from '#shared/export/print-styles.ts';
import { wordFile } from '#shared/export/word/word-file.ts';
import { readArguments } from '../arguments.ts';
import { type Command, CommandError, type CommandIo } from '../command.ts';
import { csvCopy, emlCopy, type FlatMaterial, iatiCopy, webformCopy } from '../flat-copies.ts';
import { formOf, vocabulary } from '../forms.ts';
import { readDocument } from '../input.ts';
import { printPdf } from '../print-pdf.ts';

/** What a copy is made of. */
type Material = {
  readonly document: DocumentFile;
  readonly io: CommandIo;
  readonly language: Language | null;
  readonly withContacts: boolean;
};

const encoder = new TextEncoder();

const modelOf = ({ document, io, language, withContacts }: Material) =>
  documentModel(formOf(document.template), document.fields, vocabulary(), {
    language: language ?? documentLanguage(document.fields, 'en'),
    withContacts,
    unanswered: 'dash',
    isTraining: false,
    receipt: null,
    changedSinceReceipt: false,
    date: io.today,
  });

const pageOf = (material: Material): string =>
  htmlFile(printPage(modelOf(material), paperOf(String(material.document.fields.country ?? ''))));

const flat = (material: Material): FlatMaterial => ({ ...material, model: modelOf(material) });

const wordCopy = async (material: Material): Promise<Uint8Array> => {
  const model = modelOf(material);
  const name = `${model.kind}-${model.direction}.docx`;
  return wordFile(model, await readFile(join(projectRoot, 'resources/word-templates', name)));
};

/** How a document becomes each kind of file: the one table to add one to. */
const makers: Readonly<Record<string, (material: Material) => Uint8Array | Promise<Uint8Array>>> = {
  docx: wordCopy,
  html: (material) => encoder.encode(pageOf(material)),
  pdf: (material) => printPdf(pageOf(material)),
  json: ({ document }) =>
    encoder.encode(
      `${JSON.stringify({ format: documentFormat, formatVersion: documentFormatVersion, ...document }, null, 2)}\n`,
    ),
  csv: (material) => csvCopy(flat(material)),
  iati: (material) => iatiCopy(flat(material)),
  webform: (material) => webformCopy(flat(material)),
  eml: async (material) => emlCopy(flat(material), await wordCopy(material)),
};

/** A document file as another kind of file. */
export const convertCommand: Command = {
  name: 'convert',
  usage: `FILE --to ${Object.keys(makers).join('|')} -o OUT [--language ${languages.join('|')}] [--with-contacts]`,
  help: 'Writes a document file as another kind of file. Contact persons are left out unless --with-contacts says otherwise. For pdf a Chromium must be there.',
  run: async (args, io) => {
    const { files, options } = readArguments(
      args,
      {
        to: { type: 'string' },
        out: { type: 'string', short: 'o' },
        language: { type: 'string' },
        'with-contacts': { type: 'boolean' },
      },
      1,
    );
    const to = String(options.to ?? '');
    const make = makers[to];
    if (make === undefined)
      throw new CommandError(`"${to}" is no kind of file; --to takes ${Object.keys(makers).join(', ')}`);
    if (options.out === undefined) throw new CommandError('where to? -o OUT is missing');
    const language = languages.find((one) => one === options.language) ?? null;
    if (options.language !== undefined && language === null) {
      throw new CommandError(
        `"${String(options.language)}" is no language; --language takes ${languages.join(', ')}`,
      );
    }
    const document = await readDocument(io, files[0] ?? '');
    const bytes = await make({ document, io, language, withContacts: options['with-contacts'] === true });
    await io.write(String(options.out), bytes);
    io.say(`${String(options.out)}: ${bytes.length} bytes\n`);
    return 0;
  },
};
