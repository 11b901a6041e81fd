import { err, ok, type Result } from '#shared/result.ts';

/** The largest amount that one cell or field takes, in minor units: sums of 900 such stay exact. */
export const maxAmountMinor = 10_000_000_000_000;

/** Digits after the separator by ISO 4217 (list of 2024-06-25); two where not listed. */
const minorDigits: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Digits of the minor unit of a currency: 2 for USD, 0 for XOF, 3 for TND. */
export const fractionDigits = (currency: string): number => minorDigits[currency] ?? 2;

const partOf = (locale: string, type: Intl.NumberFormatPartTypes, fallback: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1234567.8).find((part) => part.type === type)?.value ??
  fallback;

/** Western digits for Arabic-Indic, extended Arabic-Indic and full-width ones. */
const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660)) % 10);
  });

/**
 * Which character parts the decimals. A lone separator counts as the locale's group separator only
 * when it stands before exactly three digits, so that "12.50" is twelve and a half everywhere.
 */
const decimalSeparator = (text: string, locale: string, known: string | undefined): string | undefined => {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','), text.lastIndexOf('\u066b'));
  if (last < 0) return undefined;
  const candidate = text[last] ?? '';
  if (known !== undefined) return candidate === known ? candidate : undefined;
  const repeats = text.split(candidate).length > 2;
  if (repeats) return undefined;
  const hasOther = /[.,\u066b\u066c]/.test(text.slice(0, last));
  if (hasOther) return candidate;
  const digitsAfter = text.length - last - 1;
  return digitsAfter === 3 && candidate === partOf(locale, 'group', ',') ? undefined : candidate;
};

/** True where three digits after a lone separator would be decimals here, and thousands where it is written otherwise. */
const isUnclear = (separator: string, whole: string, fraction: string, places: number): boolean =>
  (separator === '.' || separator === ',') &&
  fraction.length === 3 &&
  places < 3 &&
  /^[1-9]\d{0,2}$/.test(whole);

/** Why a text is not read as an amount. `unclear`: "250,000" where the comma parts decimals, of which a currency has two. */
export type UnreadAmount = 'not-an-amount' | 'too-large' | 'unclear';

/**
 * Reads an amount as a person types it ("1,234.50", "1.234,50", "1 234", "١٢٣٤") into integer minor
 * units. Refused, never rounded: more decimals than the currency has, be it noughts that another custom would read
 * as thousands, signs, other characters, or more than `maxAmountMinor`. `decimal`: the character that parts the
 * decimals, where that is known.
 */
export const parseAmount = (
  text: string,
  currency: string,
  locale: string,
  decimal?: string,
): Result<number, UnreadAmount> => {
  const bare = westernDigits(text).replace(/[\s\u00a0\u202f'’_]/g, '');
  const separator = decimalSeparator(bare, locale, decimal);
  const at = separator === undefined ? bare.length : bare.lastIndexOf(separator);
  const whole = bare.slice(0, at);
  const fraction = bare.slice(at + 1);
  const grouped = /^\d{1,3}([.,\u066c]\d{3})+$/.test(whole);
  const digits = grouped ? whole.replace(/[.,\u066c]/g, '') : whole;
  const places = fractionDigits(currency);
  if (!/^\d*$/.test(digits) || !/^\d*$/.test(fraction) || digits + fraction === '')
    return err('not-an-amount');
  if (decimal === undefined && isUnclear(separator ?? '', whole, fraction, places)) return err('unclear');
  if (fraction.replace(/0+$/, '').length > places) return err('not-an-amount');
  const minorText = digits + fraction.slice(0, places).padEnd(places, '0');
  const minor = Number(minorText);
  return minor <= maxAmountMinor ? ok(minor) : err('too-large');
};

/**
 * The minor units of another currency for the same figure: 12.00 USD is 12 JPY. null: that currency has no such
 * fraction, or it would be more than `maxAmountMinor`.
 */
export const sameFigure = (minor: number, from: string, to: string): number | null => {
  const factor = 10 ** Math.abs(fractionDigits(to) - fractionDigits(from));
  if (fractionDigits(to) < fractionDigits(from)) return minor % factor === 0 ? minor / factor : null;
  return minor * factor <= maxAmountMinor ? minor * factor : null;
};

/**
 * Writes minor units as the locale does, without the currency sign; for many amounts, made once. A sum too large to be
 * exact is written as more than the largest that is.
 */
export const amountFormat = (currency: string, locale: string): ((minor: number) => string) => {
  const places = fractionDigits(currency);
  const numbers = new Intl.NumberFormat(locale, { useGrouping: 'always' });
  const decimal = partOf(locale, 'decimal', '.');
  const write = (minor: number): string => {
    const sign = minor < 0 ? '-' : '';
    const digits = String(Math.abs(minor)).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const fraction = places === 0 ? '' : decimal + digits.slice(-places);
    return sign + numbers.format(BigInt(whole)) + fraction;
  };
  return (minor) => (minor > Number.MAX_SAFE_INTEGER ? `> ${write(Number.MAX_SAFE_INTEGER)}` : write(minor));
};

/** Minor units as the locale writes them, without the currency sign: 1234550 → "12,345.50". */
export const formatAmount = (minor: number, currency: string, locale: string): string =>
  amountFormat(currency, locale)(minor);

/** The character that parts the decimals in a language: "." or ",". */
export const decimalSign = (locale: string): string => partOf(locale, 'decimal', '.');

/** Minor units as a bare number with a point, as files and spreadsheets keep it: 1234550 → "12345.50". */
export const plainAmount = (minor: number, currency: string): string => {
  const places = fractionDigits(currency);
  const digits = String(minor).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
