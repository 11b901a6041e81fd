import type { FieldPath } from './field-path.ts';
import { itemPath, subPath } from './field-path.ts';
import type { FieldMap, FieldValue } from './field-value.ts';
import type { ItemId } from './ids.ts';
import { listItems } from './list-items.ts';

/** Lower-case hex of the sha256 of the bytes of a file. */
export type Sha256 = string;

/** A file that a document refers to. The bytes are kept and sent apart from it, by their hash. */
export type Attachment = {
  readonly sha256: Sha256;
  /** As the person's file was called, without path, controls and direction overrides. */
  readonly name: string;
  /** MIME type by the content, not by the name. */
  readonly type: string;
  readonly sizeBytes: number;
};

/** The parts of the item of a file. */
export const attachmentParts = ['sha256', 'name', 'type', 'sizeBytes'] as const;
export type AttachmentPart = (typeof attachmentParts)[number];

/** Bytes that one file may have (protocol limit `attachmentBytes`). */
export const maxAttachmentBytes = 26_214_400;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The list item of a file: the first 50 bits of its hash, so that the same file added on two laptops is
 * one item.
 */
export const attachmentItem = (sha256: Sha256): ItemId => {
  const bits = BigInt(`0x${sha256.slice(0, 13)}`) >> 2n;
  return Array.from(
    { length: 10 },
    (_, index) => crockford[Number((bits >> BigInt(45 - 5 * index)) & 31n)],
  ).join('') as ItemId;
};

/** The values that add a file to a field of kind `attachments`: an item with its parts. */
export const attachmentValues = (
  field: FieldPath,
  attachment: Attachment,
): readonly (readonly [FieldPath, FieldValue])[] => {
  const item = attachmentItem(attachment.sha256);
  return [
    [itemPath(field, item), true],
    [subPath(field, item, 'sha256'), attachment.sha256],
    [subPath(field, item, 'name'), attachment.name],
    [subPath(field, item, 'type'), attachment.type],
    [subPath(field, item, 'sizeBytes'), attachment.sizeBytes],
  ];
};

/** The files of a field, ordered by name; items with a part missing are left out. */
export const attachmentsIn = (values: FieldMap, field: FieldPath): readonly Attachment[] =>
  listItems(values, field)
    .flatMap((item): readonly Attachment[] => {
      const part = (id: string) => values[subPath(field, item, id)];
      const [sha256, name, type, sizeBytes] = [part('sha256'), part('name'), part('type'), part('sizeBytes')];
      return typeof sha256 === 'string' &&
        typeof name === 'string' &&
        typeof type === 'string' &&
        typeof sizeBytes === 'number'
        ? [{ sha256, name, type, sizeBytes }]
        : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.sha256 < b.sha256 ? -1 : 1));

const hashPart = /^[a-z][a-zA-Z0-9]*\/[0-9A-HJKMNP-TV-Z]{10}\/sha256$/;
/** Whether a path is the part of a file item that holds its hash. */
export const isFilePart = (path: FieldPath): boolean => hashPart.test(path);

const isHash = /^[0-9a-f]{64}$/;

/**
 * The hashes of all files that these values refer to, sorted, without repeats. Needs no template: no
 * template may name a part `sha256`.
 */
export const referredFiles = (values: FieldMap): readonly Sha256[] => {
  const found = Object.keys(values).flatMap((path) => {
    const value = values[path];
    const item = path.slice(0, path.lastIndexOf('/'));
    return isFilePart(path) && values[item] === true && typeof value === 'string' && isHash.test(value)
      ? [value]
      : [];
  });
  return [...new Set(found)].sort();
};
