/** MIME types by the short names that templates use (`fileTypes`). */
export const mimeTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  rtf: 'application/rtf',
  csv: 'text/csv',
  txt: 'text/plain',
  zip: 'application/zip',
};

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return text;
};

/** What a zip holds, told by the folder that each kind of document has in its central directory. */
const zipKind = (bytes: Uint8Array): string => {
  // The central directory stands at the end; names are in the clear.
  const names = ascii(bytes.subarray(0, 4_096)) + ascii(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  if (names.includes('word/')) return 'docx';
  if (names.includes('xl/')) return 'xlsx';
  if (names.includes('ppt/')) return 'pptx';
  // Documents of the OpenDocument kind begin with their type, in the clear.
  const open = ['odt', 'odp', 'ods'].find((kind) => names.includes(mimeTypes[kind] ?? kind));
  return open ?? 'zip';
};

const oldOffice = new Set(['doc', 'xls', 'ppt']);

/** Whether bytes are UTF-8: every lead byte is followed by as many continuation bytes as it promises. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const following =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (following < 0 || at + following >= bytes.length) return false;
    for (let next = 1; next <= following; next += 1) {
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    }
    at += 1 + following;
  }
  return true;
};

const isText = (bytes: Uint8Array): boolean => !bytes.includes(0) && isUtf8(bytes);

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/**
 * What the bytes of a file are, as a short name of `mimeTypes`; null for what is none of them. The name only
 * tells apart what the bytes cannot: text from a table, and the old Office formats, which share one form.
 */
export const fileKind = (bytes: Uint8Array, name: string): string | null => {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipKind(bytes);
  const extension = extensionOf(name);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return oldOffice.has(extension) ? extension : null;
  }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  if (bytes.length > 0 && isText(bytes)) return extension === 'csv' ? 'csv' : 'txt';
  return null;
};

/** Whether files of a MIME type belong into a field that takes these short names. */
export const isTakenType = (type: string, fileTypes: readonly string[]): boolean =>
  fileTypes.some((name) => mimeTypes[name] === type);
