import { type ItemId, isItemId } from './ids.ts';

/**
 * Where a value lives in a document: `fieldId {"/" itemId "/" subFieldId}`, possibly ending in an
 * item (`list/<item>` is the item itself, `budget/<line>/amount/<org>` a cell).
 */
export type FieldPath = string;

const fieldIdPattern = /^[a-z][a-zA-Z0-9]*$/;
const maxDepth = 9;

/** Whether every object has something of this name already. */
export const isInherited = (text: string): boolean => text in Object.prototype;

/**
 * Letters and digits, beginning with a small letter. No name that every object has (`constructor`,
 * `toString` …): looked up in the values of a document, it would find something where nothing is written.
 */
export const isFieldId = (text: string): boolean =>
  text.length <= 64 && fieldIdPattern.test(text) && !isInherited(text);

/** True for a well-formed path: field ids and item ids in turn, beginning with a field id. */
export const isFieldPath = (text: string): boolean => {
  const parts = text.split('/');
  return (
    parts.length <= maxDepth &&
    parts.every((part, index) => (index % 2 === 0 ? isFieldId(part) : isItemId(part)))
  );
};

/** `participants`, `participants/4G…` or `participants/4G…/name` → `participants`. */
export const rootOf = (path: FieldPath): string => {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash);
};

export const itemPath = (list: FieldPath, item: ItemId): FieldPath => `${list}/${item}`;

export const subPath = (list: FieldPath, item: ItemId, field: string): FieldPath =>
  `${list}/${item}/${field}`;

/** The sub-field that orders the items of a list by a fractional index. */
export const positionPath = (list: FieldPath, item: ItemId): FieldPath => subPath(list, item, 'pos');

/** True when `path` is `ancestor` or lies below it. */
export const isWithin = (path: FieldPath, ancestor: FieldPath): boolean =>
  path === ancestor || path.startsWith(`${ancestor}/`);
