import { base64 } from '@scure/base';
import { sha256Hex } from '#shared/sync/hash.ts';
import { openJson, type Sealer, sealJson } from './sealer.ts';

/**
 * A line of the journal is `checksum subject sealed`: the first 16 hex digits of the sha256 of the rest, what the
 * line is about (the id of a document, or `profile`), and base64 of the sealed JSON. Whoever reads it knows a
 * damaged line from a good one without the key (JO2).
 */
export type JournalLine = { readonly subject: string; readonly sealed: string };

const shape = /^([0-9a-f]{16}) ((\S+) (\S+))$/;
const checksum = (text: string): string => sha256Hex(text).slice(0, 16);
const label = (space: string, subject: string): string => `journal/${space}/${subject}`;

/** One line, with the line feed that ends it. */
export const writeLine = async (
  sealer: Sealer,
  space: string,
  subject: string,
  value: unknown,
): Promise<string> => {
  const sealed = await sealJson(sealer, value, label(space, subject));
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
export const openLine = (sealer: Sealer, space: string, { subject, sealed }: JournalLine): Promise<unknown> =>
  openJson(sealer, base64.decode(sealed), label(space, subject));
