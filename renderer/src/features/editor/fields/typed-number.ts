import { err, ok, type Result } from '#shared/result.ts';

/** Digits of the Arabic, Persian and full-width scripts as Western ones. */
export const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660));
  });

/** Reads a whole number as people type it: "4,000", "4 000", "٤٠٠٠". Nothing is rounded. */
export const parseWhole = (text: string): Result<number, 'not-a-number' | 'too-large'> => {
  const bare = westernDigits(text).trim();
  const digits = /^\d{1,3}([.,'’\s]\d{3})+$/u.test(bare) ? bare.replace(/\D/g, '') : bare;
  if (!/^\d+$/.test(digits)) return err('not-a-number');
  const number = Number(digits);
  return Number.isSafeInteger(number) ? ok(number) : err('too-large');
};

/** Reads a year from 1900 to 2200, as the values of documents allow. */
export const parseYear = (text: string): number | null => {
  const digits = westernDigits(text).trim();
  const year = /^\d{4}$/.test(digits) ? Number(digits) : 0;
  return year >= 1900 && year <= 2200 ? year : null;
};
