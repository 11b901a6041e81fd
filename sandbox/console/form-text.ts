/** Text of a form: line breaks as one character, no space around it, well-formed. */
export const formText = (text: string): string =>
  text.replaceAll('\r\n', '\n').trim().toWellFormed().replaceAll('\0', '');
