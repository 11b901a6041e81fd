const secretName = /authorization|token|password|passphrase|secret|cookie|\bkey\b/i;
const bearer = /\b(Bearer|Basic|DPoP)\s+[^\s"',;]+/gi;
const secretParameter = /\b(access_token|refresh_token|id_token|code|token|password)=[^\s&"']+/gi;
const longRun = /[A-Za-z0-9+/_-]{40,}={0,2}/g;
const maxLength = 500;

/**
 * The value as it may stand in a log: a secret by its name is left out, tokens and long runs of base64 or hex
 * inside a text are replaced, and a text is cut at 500 characters.
 */
export function redacted(name: string, value: string | number | boolean): string | number | boolean {
  if (secretName.test(name)) return '[left out]';
  if (typeof value !== 'string') return value;
  return value
    .replace(bearer, '$1 [left out]')
    .replace(secretParameter, '$1=[left out]')
    .replace(longRun, '[left out]')
    .slice(0, maxLength);
}
