import { err, ok, type Result } from '#shared/result.ts';

/** The largest amount that one cell or field takes, in minor units: sums of 900 such stay exact. */
export const maxAmountMinor = 10_000_000_000_000;

/** Digits after the separator by ISO 4217; two where not listed. */
const minorDigits: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  XAF: 0,
  XOF: 0,
  VND: 0,
  CLP: 0,
  TND: 3,
  JOD: 3,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  IQD: 3,
  LYD: 3,
};

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
const decimalSeparator = (text: string, locale: string): string | undefined => {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','), text.lastIndexOf('\u066b'));
  if (last < 0) return undefined;
  const candidate = text[last] ?? '';
  const repeats = text.split(candidate).length > 2;
  if (repeats) return undefined;
  const hasOther = /[.,\u066b\u066c]/.test(text.slice(0, last));
  if (hasOther) return candidate;
  const digitsAfter = text.length - last - 1;
  return digitsAfter === 3 && candidate === partOf(locale, 'group', ',') ? undefined : candidate;
};

/**
 * Reads an amount as a person types it ("1,234.50", "1.234,50", "1 234", "١٢٣٤") into integer minor
 * units. Refused, never rounded: more decimals than the currency has, signs, other characters, or
 * more than `maxAmountMinor`.
 */
export const parseAmount = (
  text: string,
  currency: string,
  locale: string,
): Result<number, 'not-an-amount' | 'too-large'> => {
  const bare = westernDigits(text).replace(/[\s\u00a0\u202f'’_]/g, '');
  const separator = decimalSeparator(bare, locale);
  const at = separator === undefined ? bare.length : bare.lastIndexOf(separator);
  const whole = bare.slice(0, at);
  const fraction = bare.slice(at + 1);
  const grouped = /^\d{1,3}([.,\u066c]\d{3})+$/.test(whole);
  const digits = grouped ? whole.replace(/[.,\u066c]/g, '') : whole;
  const places = fractionDigits(currency);
  if (!/^\d*$/.test(digits) || !/^\d*$/.test(fraction) || digits + fraction === '')
    return err('not-an-amount');
  if (fraction.replace(/0+$/, '').length > places) return err('not-an-amount');
  const minorText = digits + fraction.slice(0, places).padEnd(places, '0');
  const minor = Number(minorText);
  return minor <= maxAmountMinor ? ok(minor) : err('too-large');
};

/** Minor units as the locale writes them, without the currency sign: 1234550 → "12,345.50". */
export const formatAmount = (minor: number, currency: string, locale: string): string => {
  const places = fractionDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const grouped = new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(BigInt(whole));
  const fraction = places === 0 ? '' : partOf(locale, 'decimal', '.') + digits.slice(-places);
  return sign + grouped + fraction;
};
