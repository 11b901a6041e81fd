import { basename } from 'node:path';
import { importableKinds } from '#shared/domain/document.ts';
import { documentFormat, documentFormatVersion } from '#shared/domain/document-file.ts';
import type { DocumentDraft } from '#shared/import/import-result.ts';
import type { AmountCustom } from '#shared/import/read-amount.ts';
import { type ImportPreview, readImport } from '#shared/import/read-import.ts';
import { ValueReader } from '#shared/import/read-value.ts';
import { draftOfWord } from '#shared/import/word-draft.ts';
import { readArguments } from '../arguments.ts';
import { type Command, CommandError, printJson, UsageError } from '../command.ts';
import { allForms, newestForm, vocabulary } from '../forms.ts';
import { importSentences } from '../import-sentences.ts';
import { readBytes } from '../input.ts';

const isKind = (text: string): text is (typeof importableKinds)[number] =>
  importableKinds.some((kind) => kind === text);

const signs = { point: '.', comma: ',' } as const;

const isSignName = (text: string): text is keyof typeof signs => Object.hasOwn(signs, text);

type Placed = { readonly place: number; readonly draft: DocumentDraft };

/** What a file makes; a Word file with every piece where it seems to belong, the rest kept. */
const draftsOf = (preview: ImportPreview, origin: string, said: AmountCustom): readonly Placed[] => {
  if (preview.what === 'drafts') return preview.drafts;
  const { kind, pieces, placed, choices, warnings, amounts } = preview;
  const reader = new ValueReader(vocabulary(), { ...amounts, ...said });
  const draft = draftOfWord(pieces, choices, placed, newestForm(kind), reader, origin);
  return [{ place: 1, draft: { ...draft, warnings: [...warnings, ...draft.warnings] } }];
};

/** Documents from records of the Network, from a table or from a Word file. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE --kind pledge|practice|concept-note [--decimal point|comma]',
  help: 'Reads records of the Network (JSON), a table (CSV) or a Word file and prints an array of documents; what the form has no field for is kept in each. The remarks, with row and column, go to standard error. --decimal says how amounts are written where the file leaves it open: 1,234.50 (point) or 1.234,50 (comma). Ends with 1 where the quotation marks of a row do not match, so that it is kept as one text, and where an entry of a list is none.',
  run: async (args, io) => {
    const { files, options } = readArguments(
      args,
      { kind: { type: 'string' }, decimal: { type: 'string' } },
      1,
    );
    const [file = ''] = files;
    const kind = String(options.kind ?? '');
    if (!isKind(kind)) throw new UsageError(`--kind must be one of ${importableKinds.join(', ')}`);
    const said = options.decimal === undefined ? undefined : String(options.decimal);
    if (said !== undefined && !isSignName(said)) throw new UsageError('--decimal must be point or comma');
    const decimal = said === undefined ? {} : { decimal: signs[said] };
    const newest = importableKinds.map(newestForm);
    const name = basename(file);
    const bytes = new Uint8Array(await readBytes(io, file));
    const read = await readImport({
      name,
      bytes,
      kind,
      newest,
      templates: allForms(),
      vocabulary: vocabulary(),
      ...decimal,
    });
    const sentences = await importSentences();
    if (!read.ok) throw new CommandError(`${file} cannot be brought in. ${sentences.failed(read.error)}`);
    const drafts = draftsOf(read.value, name, decimal);
    if (read.value.what === 'word') for (const said of sentences.word(read.value)) io.say(`${said}\n`);
    const { passed, refused, own } =
      read.value.what === 'drafts' ? read.value : { passed: [], refused: [], own: [] };
    if (own.length > 0) io.say(`${sentences.register(own)}\n`);
    for (const row of passed) io.say(`${sentences.passed(row)}\n`);
    for (const entry of refused) io.say(`${sentences.refused(entry)}\n`);
    for (const { place, draft } of drafts)
      for (const warning of draft.warnings) io.say(`${sentences.remark(read.value, place, warning)}\n`);
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
    const isBroken = drafts.some(({ draft }) => draft.warnings.some(({ code }) => code === 'broken-quote'));
    return isBroken || refused.length > 0 ? 1 : 0;
  },
};
