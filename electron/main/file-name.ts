// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a name
const notInNames = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;
/** Invisible marks that can turn "fdp.exe" into something that looks like a document. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name that every system accepts and that reads as what it is, as close to `name` as that allows. */
export function safeFileName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .replace(directionMarks, '')
    .replace(notInNames, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(-150);
  if (cleaned === '') return 'document';
  return reservedOnWindows.test(cleaned) ? `_${cleaned}` : cleaned;
}
