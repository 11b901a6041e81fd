import { basename } from 'node:path';
import { documentFormat, documentFormatVersion } from '#shared/domain/document-file.ts';
import type { DocumentDraft } from '#shared/import/import-result.ts';
import { type ImportPreview, readImport } from '#shared/import/read-import.ts';
import { ValueReader } from '#shared/import/read-value.ts';
import { choicesOf, draftOfWord } from '#shared/import/word-draft.ts';
import { readArguments } from '../arguments.ts';
import { type Command, CommandError, printJson } from '../command.ts';
import { newestForm, vocabulary } from '../forms.ts';
import { readBytes } from '../input.ts';

const kinds = ['pledge', 'practice', 'concept-note'] as const;

const isKind = (text: string): text is (typeof kinds)[number] => kinds.some((kind) => kind === text);

type Placed = { readonly place: number; readonly draft: DocumentDraft };

/** What a file makes; a Word file with every piece where it seems to belong, the rest kept. */
const draftsOf = (preview: ImportPreview, origin: string): readonly Placed[] => {
  if (preview.what === 'drafts') return preview.drafts;
  const { kind, pieces, placed, warnings } = preview;
  const proposed = new Map(Object.entries(placed).map(([id, placement]) => [Number(id), placement]));
  const reader = new ValueReader(vocabulary());
  const draft = draftOfWord(pieces, choicesOf(proposed), proposed, newestForm(kind), reader, origin);
  return [{ place: 1, draft: { ...draft, warnings: [...warnings, ...draft.warnings] } }];
};

const paramsText = (params: Readonly<Record<string, string | number>>): string =>
  Object.entries(params)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('');

/** Documents from records of the Network, from a table or from a Word file. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE --kind pledge|practice|concept-note',
  help: 'Reads records of the Network (JSON), a table (CSV) or a Word file and prints an array of documents; what the form has no field for is kept in each. The remarks, with row and column, go to standard error. Ends with 1 where a row could not be brought in.',
  run: async (args, io) => {
    const { files, options } = readArguments(args, { kind: { type: 'string' } }, 1);
    const [file = ''] = files;
    const kind = String(options.kind ?? '');
    if (!isKind(kind)) throw new CommandError(`--kind must be one of ${kinds.join(', ')}`);
    const newest = kinds.map(newestForm);
    const name = basename(file);
    const bytes = new Uint8Array(await readBytes(io, file));
    const read = await readImport({
      name,
      bytes,
      kind,
      newest,
      templates: newest,
      vocabulary: vocabulary(),
    });
    if (!read.ok)
      throw new CommandError(
        `${file} cannot be brought in: ${read.error.code}${paramsText(read.error.params)}`,
      );
    const drafts = draftsOf(read.value, name);
    const passed = read.value.what === 'drafts' ? read.value.passed : [];
    for (const { row, why, text } of passed) io.say(`${row}: ${why} ${JSON.stringify(text)}\n`);
    for (const { place, draft } of drafts)
      for (const { place: column, code, params } of draft.warnings)
        io.say(`${place}${column === '' ? '' : `, ${column}`}: ${code}${paramsText(params)}\n`);
    printJson(
      io,
      drafts.map(({ draft: { kind: of, template, fields } }) => ({
        format: documentFormat,
        formatVersion: documentFormatVersion,
        kind: of,
        template,
        fields,
      })),
    );
    return passed.length > 0 ? 1 : 0;
  },
};
