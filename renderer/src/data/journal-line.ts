import { base64 } from '@scure/base';
import type { DocId } from '#shared/domain/ids.ts';
import { sha256Hex } from '#shared/sync/hash.ts';
import { openPacked, sealPacked } from './packed-json.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';

/**
 * A line of the journal is `checksum subject sealed`: the first 16 hex digits of the sha256 of the rest, what the
 * line is about (the id of a document, `history/` and that id, or the key of a value of the space), and base64 of the sealed JSON, which
 * is compressed in a history. Whoever reads it knows a damaged line from a good one without the key (JO2).
 */
export type JournalLine = { readonly subject: string; readonly sealed: string };

const shape = /^([0-9a-f]{16}) ((\S+) (\S+))$/;
const checksum = (text: string): string => sha256Hex(text).slice(0, 16);
const label = (space: string, subject: string): string => `journal/${space}/${subject}`;

const historyPrefix = 'history/';

/** Subject of the lines that hold versions of a document. */
export const historySubject = (doc: DocId): string => `${historyPrefix}${doc}`;

/** The document whose versions a line of this subject holds; undefined for other lines. */
export const historyOf = (subject: string): DocId | undefined =>
  subject.startsWith(historyPrefix) ? (subject.slice(historyPrefix.length) as DocId) : undefined;

/** One line, with the line feed that ends it. */
export const writeLine = async (
  sealer: Sealer,
  space: string,
  subject: string,
  value: unknown,
): Promise<string> => {
  const seal = historyOf(subject) === undefined ? sealJson : sealPacked;
  const sealed = await seal(sealer, value, label(space, subject));
  const text = `${subject} ${base64.encode(sealed)}`;
  return `${checksum(text)} ${text}\n`;
};

/** A line by its checksum; undefined where it is not as it was written. */
export const readLine = (line: string): JournalLine | undefined => {
  const [, sum, text, subject, sealed] = shape.exec(line) ?? [];
  if (text === undefined || subject === undefined || sealed === undefined) return undefined;
  return checksum(text) === sum ? { subject, sealed } : undefined;
};

/** What a line says; rejects where it was sealed with another key, for another space, or about something else. */
export const openLine = async (
  sealer: Sealer,
  space: string,
  { subject, sealed }: JournalLine,
): Promise<unknown> => {
  const open = historyOf(subject) === undefined ? openJson : openPacked;
  return open(sealer, base64.decode(sealed), label(space, subject));
};
