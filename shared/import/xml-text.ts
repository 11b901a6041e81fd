const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that entities of XML stand for. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/giu, (whole, name, decimal, hex) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The text of a part, one line a paragraph, as tracked changes would leave it; that of drawings and formulas too. */
export const plainText = (xml: string): string => {
  const parser = /<[aw]:p[ >]|<([amw]:t)(?:\s[^>]*)?>([^<]*)<\/\1>|<[aw]:tab\s*\/>|<[aw]:br(?:\s[^>]*)?\/>/gu;
  let text = '';
  for (const [token, , raw] of xml.matchAll(parser)) {
    if (raw !== undefined) text += unescaped(raw);
    else text += /^<[aw]:p[ >]/u.test(token) ? '\n' : ' ';
  }
  return text.trim();
};

/** The letters and signs of a text without its blanks, by which two that are set differently are compared. */
export const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');
