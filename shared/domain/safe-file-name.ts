/** Characters of a name that is kept. */
const longestName = 120;

// Controls, and the characters that turn the direction of what follows: "gpj.exe" must not read as "exe.jpg".
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const refusedByDisks = /[<>:"/\\|?*]/g;
const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A name under which a file can be kept and shown anywhere: without path, controls and direction overrides,
 * and with its ending. Never empty.
 */
export const safeFileName = (name: string): string => {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(unseen, '')
    .replace(refusedByDisks, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).slice(0, 12) : '';
  const stem = Array.from(dot > 0 ? plain.slice(0, dot) : plain)
    .slice(0, longestName - ending.length)
    .join('')
    .trimEnd();
  const whole = stem === '' ? `file${ending}` : `${stem}${ending}`;
  return device.test(whole) ? `_${whole}` : whole;
};
