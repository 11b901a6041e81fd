import { type DocKind, docKinds } from '#shared/domain/document.ts';
import { readDocumentParts, unreadProperties } from '#shared/domain/document-file.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentEntry } from './document-draft.ts';
import { type ImportError, importError } from './import-result.ts';
import { isRecord, kindOfRecord, type NetworkRecord } from './network-record.ts';
import { short } from './read-value.ts';
import { repeatedKey } from './repeated-key.ts';

/** Records or documents that one file may have. */
export const maxEntries = 5_000;

export type JsonEntry =
  | ({ readonly what: 'document'; readonly kind: DocKind } & DocumentEntry)
  /** Anything else that is an object. */
  | { readonly what: 'record'; readonly kind: DocKind; readonly content: NetworkRecord };

/** Line and column, 1-based, of an offset into a text. */
const placeAt = (text: string, offset: number): ImportError['params'] => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

const notJson = (text: string, error: unknown): ImportError => {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/u.exec(message)?.[1];
  const offset = position === undefined ? text.length : Number(position);
  return importError('not-json', placeAt(text, offset));
};

/** A number that JavaScript would write in another way stays the text that it is: `1.10`, or one of thirty digits. */
const numberAsWritten = (
  _key: string,
  value: unknown,
  { source }: { readonly source?: string } = {},
): unknown =>
  typeof value === 'number' &&
  !Number.isSafeInteger(value) &&
  source !== undefined &&
  String(value) !== source
    ? source
    : value;

/** A document whose form nobody could have is read as one that names no form. */
const withoutTemplate = ({ template: _, ...content }: NetworkRecord): NetworkRecord => content;

/** Levels of objects and lists within one another that an entry may have. */
const deepest = 200;

/** Goes down level by level: a call for each would be too many. */
const isTooDeep = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
};

const entryOf = (value: unknown): Result<JsonEntry, ImportError> => {
  if (isTooDeep(value)) return err(importError('too-deep', { limit: deepest }));
  if (!isRecord(value) || Object.keys(value).length === 0) return err(importError('unknown-shape'));
  const whole = readDocumentParts(value);
  const read =
    whole.ok || whole.error.code !== 'bad-template' ? whole : readDocumentParts(withoutTemplate(value));
  if (read.ok) {
    const { file, refused } = read.value;
    const unread = unreadProperties(value).map((name) => [name, value[name]] as const);
    const others = whole.ok ? unread : [...unread, ['template', value.template] as const];
    return ok({ what: 'document', kind: file.kind, file, refused, others: Object.fromEntries(others) });
  }
  if (read.error.code === 'newer-format')
    return err(importError('newer-format', { version: String(read.error.formatVersion) }));
  if (read.error.code === 'unknown-kind')
    return err(importError('unknown-kind', { kind: short(read.error.value), known: docKinds.join(', ') }));
  return ok({ what: 'record', kind: kindOfRecord(value), content: value });
};

/** What a file holds. `place`: of the entry in the file, 1-based. */
export type JsonFile = {
  readonly entries: readonly { readonly place: number; readonly entry: JsonEntry }[];
  readonly refused: readonly RefusedEntry[];
};

/** An entry that nothing can be made of. `text`: the beginning of what stands in it, for the person to look at. */
export type RefusedEntry = { readonly place: number; readonly error: ImportError; readonly text: string };

/**
 * Reads a file of one object or of a list of them. Parse at the edge: everything in it is still unknown. One bad entry
 * does not spoil the others; where there is no good one, the first that is bad says why.
 */
export const readJsonFile = (text: string): Result<JsonFile, ImportError> => {
  const bare = text.replace(/^\ufeff/u, '');
  if (bare.trim() === '') return err(importError('empty-file'));
  let content: unknown;
  try {
    content = JSON.parse(bare, numberAsWritten);
  } catch (error) {
    // It calls itself for each level, and of thousands of them it runs out of room.
    const isEndless = error instanceof RangeError;
    return err(isEndless ? importError('too-deep', { limit: deepest }) : notJson(bare, error));
  }
  const twice = repeatedKey(bare);
  if (twice !== null)
    return err(importError('key-twice', { key: short(twice.key), ...placeAt(bare, twice.offset) }));
  const list: readonly unknown[] = Array.isArray(content) ? content : [content];
  if (list.length === 0) return err(importError('empty-file'));
  if (list.length > maxEntries) return err(importError('too-many', { limit: maxEntries }));
  const entries: { readonly place: number; readonly entry: JsonEntry }[] = [];
  const refused: RefusedEntry[] = [];
  for (const [index, value] of list.entries()) {
    const place = index + 1;
    const entry = entryOf(value);
    if (entry.ok) entries.push({ place, entry: entry.value });
    else {
      const text = entry.error.code === 'too-deep' ? '…' : short(JSON.stringify(value));
      refused.push({ place, error: entry.error, text });
    }
  }
  const [first] = refused;
  return entries.length === 0 && first !== undefined ? err(first.error) : ok({ entries, refused });
};
