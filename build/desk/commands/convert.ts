import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#build/parts/tool.ts';
import type { DocumentFile } from '#shared/domain/document-file.ts';
import { documentFormat, documentFormatVersion } from '#shared/domain/document-file.ts';
import { type Language, languages } from '#shared/domain/template.ts';
import { leaveOutContacts } from '#shared/export/contacts.ts';
import { documentLanguage } from '#shared/export/document-language.ts';
import { documentModel } from '#shared/export/document-model.ts';
import { htmlFile, printPage } from '#shared/export/html.ts';
import { paperOf } from '#shared/export/print-styles.ts';
import { readHouseTemplate } from '#shared/export/word/house-template.ts';
import { wordFile } from '#shared/export/word/word-file.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import { readArguments, textOption } from '../arguments.ts';
import type { FileSources } from '../attached-files.ts';
import { type Command, CommandError, type CommandIo, UsageError } from '../command.ts';
import { csvCopy, emlCopy, type FlatMaterial, iatiCopy, webformCopy } from '../flat-copies.ts';
import { formOf, vocabulary } from '../forms.ts';
import { readDocument, readDocuments, writeBytes } from '../input.ts';
import { bundleSentence, openBundle } from '../open-bundle.ts';
import { isSameFile } from '../output-file.ts';
import { printFaces, printPdf } from '../print-pdf.ts';

/** What a copy is made of. */
type Material = {
  readonly document: DocumentFile;
  readonly io: CommandIo;
  readonly language: Language | null;
  readonly withContacts: boolean;
  /** Where the bytes of its attachments may be. */
  readonly sources: FileSources;
};

const encoder = new TextEncoder();

/** The language of a document: the file's word for it, else what the text tells. */
const writtenIn = ({ language, fields }: DocumentFile): Language =>
  language ?? documentLanguage(fields, 'en');

/** Whether it differs from what was received; of a file that is not whole nobody can say so. */
const isChanged = ({ receipt, id, kind, template, fields, withoutContacts }: DocumentFile): boolean =>
  receipt != null &&
  withoutContacts !== true &&
  hashOf({ id: id ?? receipt.doc, kind, template }, fields) !== receipt.contentHash;

const modelOf = ({ document, io, language, withContacts }: Material) =>
  documentModel(formOf(document.template), document.fields, vocabulary(), {
    language: language ?? writtenIn(document),
    writtenLanguage: writtenIn(document),
    withContacts,
    unanswered: 'dash',
    isTraining: document.mark === 'Training',
    receipt: document.receipt ?? null,
    changedSinceReceipt: isChanged(document),
    date: io.today,
  });

const pageOf = (material: Material, faces?: string): string =>
  htmlFile(printPage(modelOf(material), paperOf(String(material.document.fields.country ?? '')), faces));

const flat = (material: Material): FlatMaterial => ({ ...material, model: modelOf(material) });

const wordCopy = async (material: Material): Promise<Uint8Array> => {
  const model = modelOf(material);
  const name = `${model.kind}-${model.direction}.docx`;
  const template = await readFile(join(projectRoot, 'resources/word-templates', name));
  return wordFile(model, await readHouseTemplate(template));
};

/** How a document becomes each kind of file: the one table to add one to. */
const makers: Readonly<Record<string, (material: Material) => Uint8Array | Promise<Uint8Array>>> = {
  docx: wordCopy,
  html: (material) => encoder.encode(pageOf(material)),
  pdf: (material) => printPdf(pageOf(material, printFaces())),
  json: ({ document, withContacts }) => {
    const head = { format: documentFormat, formatVersion: documentFormatVersion };
    const contents = withContacts ? {} : leaveOutContacts(formOf(document.template), document.fields);
    return encoder.encode(`${JSON.stringify({ ...head, ...document, ...contents }, null, 2)}\n`);
  },
  iati: (material) => iatiCopy(flat(material)),
  webform: (material) => webformCopy(flat(material)),
  eml: async (material) => emlCopy(flat(material), await wordCopy(material), material.sources),
};

/** The register holds many documents: in one language, theirs where they share it. */
const registerOf = (materials: readonly Material[]): Uint8Array => {
  const [first] = materials;
  if (first === undefined) throw new CommandError('the file holds no documents');
  const own = writtenIn(first.document);
  const isShared = materials.every(({ document }) => writtenIn(document) === own);
  const language = first.language ?? (isShared ? own : 'en');
  return csvCopy(
    materials.map((material) => flat({ ...material, language })),
    language,
  );
};

/** The files of a bundle; none where no bundle is named. CommandError where it cannot be read. */
const filesOf = async (
  io: CommandIo,
  bundle: string | undefined,
  passphraseFile: string | undefined,
): Promise<FileSources['bundled']> => {
  if (bundle === undefined) return new Map();
  const read = await openBundle(io, bundle, passphraseFile);
  if (!read.ok) throw new CommandError(`${bundle}: ${bundleSentence(read.error)}`);
  return read.value.files;
};

const formats = [...Object.keys(makers), 'csv'];

/** A document file as another kind of file. */
export const convertCommand: Command = {
  name: 'convert',
  usage: `FILE --to ${formats.join('|')} -o OUT [--language ${languages.join('|')}] [--with-contacts] [--bundle BUNDLE [--passphrase-file FILE]]`,
  help: 'Writes a document file as another kind of file. Contact persons are left out unless --with-contacts says otherwise. csv takes an array of documents too, one row each. json is the document itself, to be read again; without --with-contacts it is not the whole of it, and says so. For pdf a Chromium must be there. A document file has the names of its attachments and not their bytes: eml takes those that lie beside it under their names, or are in the hand-over bundle that --bundle names, where their contents are the ones that were attached; each of the others is named. What a copy does not hold is said on standard error.',
  run: async (args, io) => {
    const { files, options } = readArguments(
      args,
      {
        to: { type: 'string' },
        out: { type: 'string', short: 'o' },
        language: { type: 'string' },
        'with-contacts': { type: 'boolean' },
        bundle: { type: 'string' },
        'passphrase-file': { type: 'string' },
      },
      1,
    );
    const to = String(options.to ?? '');
    const make = Object.hasOwn(makers, to) ? makers[to] : undefined;
    if (make === undefined && to !== 'csv')
      throw new UsageError(`"${to}" is no kind of file; --to takes ${formats.join(', ')}`);
    const language = languages.find((one) => one === options.language) ?? null;
    if (options.language !== undefined && language === null) {
      throw new UsageError(
        `"${String(options.language)}" is no language; --language takes ${languages.join(', ')}`,
      );
    }
    const [file = ''] = files;
    const out = textOption(options.out);
    if (out === undefined) throw new UsageError('where to? -o OUT is missing');
    const sourcePaths = [file, options.bundle, options['passphrase-file']].flatMap(
      (one) => textOption(one) ?? [],
    );
    for (const path of sourcePaths)
      if (await isSameFile(path, out))
        throw new CommandError(`${out} is what the copy is made of; give another -o`);
    const withContacts = options['with-contacts'] === true;
    const sources = {
      file,
      bundled: await filesOf(io, textOption(options.bundle), textOption(options['passphrase-file'])),
    };
    const material = (document: DocumentFile): Material => ({
      document,
      io,
      language,
      withContacts,
      sources,
    });
    const bytes =
      make === undefined
        ? registerOf((await readDocuments(io, file)).map(material))
        : await make(material(await readDocument(io, file)));
    await writeBytes(io, out, bytes);
    io.say(`${out}: ${bytes.length} bytes\n`);
    return 0;
  },
};
