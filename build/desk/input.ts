import { isUtf8 } from 'node:buffer';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import {
  type DocumentFile,
  type DocumentFileProblem,
  readDocumentFile,
  unreadProperties,
} from '#shared/domain/document-file.ts';
import { CommandError, type CommandIo } from './command.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Where a text stops being JSON and why, as line, column and words. */
const placeOf = (text: string): string => {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first === undefined) return 'it is empty';
  const before = text.slice(0, first.offset).split('\n');
  const what = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${what}`;
};

const systemWords: Readonly<Record<string, string>> = {
  ENOENT: 'there is nothing of that name',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'it is not allowed to you',
  EPERM: 'it is not allowed to you',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

/** What the system says of a file, in words. */
export const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return systemWords[code] ?? (error instanceof Error ? error.message : String(error));
};

/** The bytes of a file. CommandError where it cannot be read. */
export const readBytes = async (io: CommandIo, path: string): Promise<Uint8Array> => {
  try {
    return await io.read(path);
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${whyNot(error)}`);
  }
};

/** Writes a file. CommandError where it cannot be written. */
export const writeBytes = async (io: CommandIo, path: string, bytes: Uint8Array): Promise<void> => {
  try {
    await io.write(path, bytes);
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${whyNot(error)}`);
  }
};

/** A JSON file. CommandError, with the place, where it is none. */
export const readJson = async (io: CommandIo, path: string): Promise<unknown> => {
  const bytes = await readBytes(io, path);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    // What is text all the same is longer than Node makes one.
    throw new CommandError(
      `${path} ${isUtf8(bytes) ? 'is too long: it has more than 512 MB' : 'is not text in UTF-8'}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON: ${placeOf(text)}`);
  }
};

const wordsFor = (problem: DocumentFileProblem): string => {
  switch (problem.code) {
    case 'not-a-document':
      return 'it holds no document of Compact Desk';
    case 'newer-format':
      return `it was written by a newer version of Compact Desk (format ${problem.formatVersion}); update this one`;
    case 'unknown-kind':
      return `"${problem.value}" is no kind of document`;
    case 'bad-template':
      return `"${problem.value}" is no form of this kind`;
    case 'bad-path':
      return `"${problem.place}" is no place in a document`;
    case 'bad-value':
      return `what stands at "${problem.place}" is no value of a document`;
  }
};

/** The document of a file. CommandError where it holds none. */
export const readDocument = async (io: CommandIo, path: string): Promise<DocumentFile> => {
  return documentOf(io, path, await readJson(io, path));
};

const documentOf = (io: CommandIo, path: string, input: unknown): DocumentFile => {
  if (Array.isArray(input) && input.length > 0)
    throw new CommandError(
      `${path} holds a list of ${input.length === 1 ? '1 document' : `${input.length} documents`}; give one of them in a file of its own`,
    );
  const read = readDocumentFile(input);
  if (!read.ok) throw new CommandError(`${path}: ${wordsFor(read.error)}`);
  for (const name of unreadProperties(input)) io.say(`${path}: "${name}" is not read\n`);
  return read.value;
};

/** The documents of a file: one, or an array of them as `import` prints it. CommandError where one of them is none. */
export const readDocuments = async (io: CommandIo, path: string): Promise<readonly DocumentFile[]> => {
  const input = await readJson(io, path);
  if (!Array.isArray(input)) return [documentOf(io, path, input)];
  return input.map((one, index) => documentOf(io, `${path}, document ${index + 1}`, one));
};
