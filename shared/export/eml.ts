/** A file that goes with a letter. */
export type EmlFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

export type Letter = {
  /** Addresses as they are typed, such as `desk@example.org`; none where the person fills them in. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly files: readonly EmlFile[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 16 unpredictable bytes: the boundary between the parts. */
  readonly random: Uint8Array;
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64; shared code has no `btoa` of its own. */
const base64 = (bytes: Uint8Array): string => {
  let written = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const all = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const kept = Math.min(3, bytes.length - at) + 1;
    for (let index = 0; index < 4; index += 1) written += index < kept ? alphabet[all[index] ?? 0] : '=';
  }
  return written;
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text.toWellFormed());
/** RFC 2045, 6.8: lines of at most 76 characters. */
const base64Lines = (bytes: Uint8Array): string => base64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');

/** One line of a header: no controls (nobody adds a header of their own), no direction overrides. */
const headerText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

/** Pieces of at most `most` bytes in UTF-8, cut between characters. */
const pieces = (text: string, most: number): readonly string[] => {
  const all: string[] = [];
  let [piece, size] = ['', 0];
  for (const character of text) {
    const bytes = utf8(character).length;
    if (size + bytes > most) {
      all.push(piece);
      [piece, size] = ['', 0];
    }
    piece += character;
    size += bytes;
  }
  return [...all, piece];
};

/** RFC 2047: encoded words of at most 75 characters, one a line, each whole by itself. */
const header = (name: string, value: string): string => {
  const text = headerText(value);
  const isPlain = /^[\x20-\x7e]*$/.test(text) && name.length + 2 + text.length <= 76 && !text.includes('=?');
  return isPlain
    ? `${name}: ${text}`
    : `${name}: ${pieces(text, 39)
        .map((piece) => `=?UTF-8?B?${base64(utf8(piece))}?=`)
        .join('\r\n ')}`;
};

const percent = (text: string): string =>
  Array.from(utf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

/** RFC 2231: the name of a file; in several numbered parts where it is long or not in ASCII. */
const fileName = (name: string): string => {
  const text = headerText(name) || 'file';
  if (/^[A-Za-z0-9 ._()-]{1,50}$/.test(text)) return `;\r\n filename="${text}"`;
  const parts = pieces(text, 18).map(percent);
  const [only] = parts;
  return parts.length === 1
    ? `;\r\n filename*=UTF-8''${only}`
    : parts.map((part, index) => `;\r\n filename*${index}*=${index === 0 ? "UTF-8''" : ''}${part}`).join('');
};

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322, 3.3, in UTC. */
const dateTime = (at: number): string => {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${days[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock} +0000`;
};

const part = (type: string, extra: string, bytes: Uint8Array): string =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64${extra}\r\n\r\n${base64Lines(bytes)}\r\n`;

/**
 * A letter as an .eml file (RFC 5322, MIME) that mail programs open as one still to be sent (X-Unsent): without a
 * sender, whom the program knows. Every line is ASCII of at most 78 characters. Our own: the libraries that compose
 * mail are made for servers or read a clock and chance of their own.
 */
export const emlFile = ({ to, subject, text, files, now, random }: Letter): string => {
  const boundary = `desk-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const addresses = to
    .map((address) => headerText(address).replace(/\s/g, ''))
    .filter((address) => /^[^\s@,;:<>"()\\]+@[a-zA-Z0-9.-]+$/.test(address));
  const bodies = [
    part('text/plain; charset=utf-8', '', utf8(text.replace(/\r\n|\r|\n/g, '\r\n'))),
    ...files.map(({ name, type, bytes }) =>
      part(
        /^[a-z]+\/[a-z0-9.+-]{1,100}$/i.test(type) ? type : 'application/octet-stream',
        `\r\nContent-Disposition: attachment${fileName(name)}`,
        bytes,
      ),
    ),
  ];
  return [
    'X-Unsent: 1',
    `Date: ${dateTime(now)}`,
    ...(addresses.length === 0 ? [] : [`To: ${addresses.join(',\r\n ')}`]),
    header('Subject', subject),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
    '',
    ...bodies.flatMap((body) => [`--${boundary}`, body]),
    `--${boundary}--`,
    '',
  ].join('\r\n');
};
