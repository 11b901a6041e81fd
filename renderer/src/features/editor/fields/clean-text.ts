import { isStorableText, maxTextBytes, utf8Bytes } from '#shared/domain/field-value.ts';

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without U+0000 and halves of surrogate pairs, which cannot be stored. */
export const cleanText = (text: string): string =>
  isStorableText(text) ? text : text.replaceAll('\u0000', '').replace(loneSurrogate, '');

/** Whether one field can hold this text; looks at every character only when the length leaves doubt. */
export const fitsField = (text: string): boolean =>
  text.length * 3 <= maxTextBytes || (text.length <= maxTextBytes && utf8Bytes(text) <= maxTextBytes);

/** Whether `inserted` still fits in place of a selection; sizes only, so that a huge paste costs nothing. */
export const fitsAfterInsert = (
  text: string,
  selection: readonly [number, number],
  inserted: string,
): boolean =>
  inserted.length <= maxTextBytes &&
  fitsField(text.slice(0, selection[0]) + inserted + text.slice(selection[1]));
