import { formatAmount, fractionDigits, plainAmount } from '#shared/domain/money.ts';
import { readAmount } from '#shared/domain/pasted-amount.ts';
import type { Language } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { localeOf } from '#shared/export/value-texts.ts';

/** The character that parts the decimals of the amounts in a file. */
export type DecimalSign = '.' | ',';

export const isDecimalSign = (sign: unknown): sign is DecimalSign => sign === '.' || sign === ',';

/** What is known of how a file writes its amounts. */
export type AmountCustom = {
  /** Which sign parts the decimals: what the person says, or what the amounts beside it tell. */
  readonly decimal?: DecimalSign;
  /** Of a file that this app wrote: an amount that stands there as it would write it is clear. */
  readonly language?: Language;
  /** What the column, the key or the heading of an amount says that it is in. */
  readonly currency?: string;
  /** The same of a scale: the numbers count thousands or millions. Then a number is not what it says. */
  readonly isScaled?: boolean;
};

/**
 * What an amount says. `unclear`: "1.500" is fifteen hundred to one reader and one and a half to another; both are
 * told, as plain numbers.
 */
export type AmountSaid =
  | { readonly is: 'clear'; readonly minor: number; readonly currency: string }
  | { readonly is: 'unclear'; readonly point: string; readonly comma: string }
  | { readonly is: 'none' };

const scale =
  /(?<!\p{L})(?:thousands?|millions?|mil|miles|millones|milliers?|тыс\p{L}*|млн|миллион\p{L}*)(?!\p{L})|['’]000|[千万]|ألف|آلاف|مليون|ملايين/iu;

/**
 * What the name of a column or of a table says of the amounts in it: "Amount (EUR)", "Total in USD", "amount_eur",
 * "(thousands)". Of a name in capitals, a currency in brackets only: any word of three letters could be one.
 */
export const unitNamedIn = (name: string, { currencies }: Vocabulary): AmountCustom => {
  const places = [
    /[([]\s*(?:in\s+|en\s+)?([A-Z]{3}|€)\s*[,;)\]]/u,
    ...(/\p{Ll}/u.test(name) ? [/(?<=^|\s)([A-Z]{3}|€)\s*$/u, /_([a-z]{3})$/u] : []),
  ];
  const named = places
    .map((place) => (place.exec(name)?.[1] ?? '').toUpperCase())
    .map((code) => (code === '€' ? 'EUR' : code))
    .find((code) => currencies.some((currency) => currency.code === code));
  return {
    ...(named === undefined ? {} : { currency: named }),
    ...(scale.test(name) ? { isScaled: true } : {}),
  };
};

/** A sign that no amount has: with it every separator parts thousands. */
const noDecimals = '\u066b';

const currencyIn = (text: string, otherwise: string, { currencies }: Vocabulary): string => {
  const named = /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/u.exec(text)?.[0];
  if (currencies.some(({ code }) => code === named)) return named ?? otherwise;
  return /€/u.test(text) ? 'EUR' : otherwise;
};

/**
 * Reads an amount by both customs and answers only where they agree, where one of them cannot be, or where what is
 * known of the file decides. A currency without cents has no decimals to be mistaken for.
 */
export const amountSaid = (
  text: string,
  currency: string,
  vocabulary: Vocabulary,
  { decimal, language }: AmountCustom,
): AmountSaid => {
  const chosen = currencyIn(text, currency, vocabulary);
  const bare = text.replace(/US\$/gu, '$').trim();
  if (!/\d/u.test(bare)) return { is: 'none' };
  const by = (sign: string): number | undefined => {
    const read = readAmount(bare, chosen, 'en', sign);
    return read.ok ? read.value : undefined;
  };
  const clear = (minor: number | undefined): AmountSaid =>
    minor === undefined ? { is: 'none' } : { is: 'clear', minor, currency: chosen };
  const whole = fractionDigits(chosen) === 0 ? by(noDecimals) : undefined;
  if (whole !== undefined) return clear(whole);
  const [point, comma] = [by('.'), by(',')];
  if (point === undefined || comma === undefined || point === comma) return clear(point ?? comma);
  if (decimal !== undefined) return clear(decimal === '.' ? point : comma);
  if (language !== undefined) {
    const digits = bare.replace(chosen, '').trim();
    const isOurs = (minor: number): boolean => formatAmount(minor, chosen, localeOf(language)) === digits;
    const [only, ...others] = [point, comma].filter(isOurs);
    if (only !== undefined && others.length === 0) return clear(only);
  }
  return { is: 'unclear', point: plainAmount(point, chosen), comma: plainAmount(comma, chosen) };
};
