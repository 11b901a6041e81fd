/** The part of the platform's decoder that is used; the same in a window, a worker and Node. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

/** `damaged-utf-8`: it says that it is UTF-8, and has bytes that are none; each became U+FFFD. */
export type TextEncodingName = 'utf-8' | 'damaged-utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText = { readonly text: string; readonly encoding: TextEncodingName };

/** Which half of the pairs are zero tells UTF-16 without a byte order mark. */
const guessUtf16 = (bytes: Uint8Array): TextEncodingName | null => {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null;
};

/**
 * Text of a file whose encoding nobody says: by its byte order mark, else UTF-16 by its zeros, else UTF-8 where it is
 * well-formed, else Windows-1252, in which every byte is a character. Never fails.
 */
export const decodeBytes = (bytes: Uint8Array): DecodedText => {
  const [a, b, c] = bytes;
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const wide = marked ?? guessUtf16(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    if (a === 0xef && b === 0xbb && c === 0xbf)
      return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'damaged-utf-8' };
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
};
