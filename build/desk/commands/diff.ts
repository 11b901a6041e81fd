import { type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import { wordMarks } from '#shared/sync/word-marks.ts';
import { readArguments } from '../arguments.ts';
import { type Command, printJson } from '../command.ts';
import { readDocument } from '../input.ts';

const difference = (path: string, before: FieldValue | undefined, after: FieldValue | undefined) => ({
  path,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
  ...(typeof before === 'string' && typeof after === 'string' ? { words: wordMarks(before, after) } : {}),
});

/** What differs between two document files, field by field; in texts, word by word. */
export const diffCommand: Command = {
  name: 'diff',
  usage: 'A B',
  help: 'Compares two document files and prints the fields that differ; in texts, which words were added and removed. Ends with 1 where they differ.',
  run: async (args, io) => {
    const { files } = readArguments(args, {}, 2);
    const [a, b] = [await readDocument(io, files[0] ?? ''), await readDocument(io, files[1] ?? '')];
    const paths = [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])].sort();
    const fields = paths
      .filter((path) => !sameValue(a.fields[path], b.fields[path]))
      .map((path) => difference(path, a.fields[path], b.fields[path]));
    const isSameForm = a.template === b.template;
    printJson(io, { ...(isSameForm ? {} : { templates: [a.template, b.template] }), fields });
    return fields.length === 0 && isSameForm ? 0 : 1;
  },
};
