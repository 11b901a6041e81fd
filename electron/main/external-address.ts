const printable = /^[\x21-\x7e]{1,4096}$/;

/**
 * The address in the form in which it may be handed to the system, or null when it may not: only https with
 * a host and without credentials, and mailto. Anything else could start a program.
 */
export function externalAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!printable.test(url.href)) return null;
  if (url.protocol === 'mailto:') return url.pathname === '' ? null : url.href;
  const isPlainHttps = url.protocol === 'https:' && url.hostname !== '';
  return isPlainHttps && url.username === '' && url.password === '' ? url.href : null;
}
