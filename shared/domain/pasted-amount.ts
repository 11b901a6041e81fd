import { err, ok, type Result } from '#shared/result.ts';
import { parseAmount, type UnreadAmount } from './money.ts';

/** Why a text is not taken as an amount. */
export type AmountProblem = UnreadAmount | 'negative' | 'other-currency';

const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const markBefore = /^[\p{Sc}\p{L}](?:[\p{Sc}\p{L}.]*)\s*/u;
const markAfter = /\s*[\p{Sc}\p{L}](?:[\p{Sc}\p{L}.]*)$/u;

const bareMark = (text: string): string => text.replace(/[\s.]/g, '').toLowerCase();

const marksOf = (currency: string, locale: string): readonly string[] => [
  bareMark(currency),
  ...[locale, 'en'].flatMap((language) =>
    (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) =>
      bareMark(
        new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay })
          .formatToParts(1)
          .find((part) => part.type === 'currency')?.value ?? currency,
      ),
    ),
  ),
];

/**
 * Reads an amount as it comes out of a spreadsheet: what `parseAmount` reads, with the sign or the code of
 * the currency before or after it. Blank is no amount (undefined); a lone dash is nought, as accounting
 * formats write it. Negative amounts ("-5", "(5.00)") and another currency's sign are refused by name.
 * `decimal`: the character that parts the decimals, where the rest of the block tells.
 */
export const readAmount = (
  text: string,
  currency: string,
  locale: string,
  decimal?: string,
): Result<number | undefined, AmountProblem> => {
  const whole = text.replace(directionMarks, '').trim();
  if (whole === '') return ok(undefined);
  const isBracketed = /^\(.*\)$/s.test(whole);
  const inner = (isBracketed ? whole.slice(1, -1) : whole).trim();
  const isSigned = /^[-−–]./su.test(inner) || /.[-−–]$/su.test(inner);
  const unsigned = inner.replace(/^[-−–](?=.)|[-−–]$/gsu, (sign) => (inner === sign ? sign : '')).trim();
  const before = markBefore.exec(unsigned)?.[0] ?? '';
  const after = markAfter.exec(unsigned.slice(before.length))?.[0] ?? '';
  const number = unsigned.slice(before.length, unsigned.length - after.length).trim();
  const marks = [before, after].filter((mark) => mark !== '');
  if (marks.length > 0) {
    const own = marksOf(currency, locale);
    const foreign = marks.find((mark) => !own.includes(bareMark(mark)));
    if (foreign !== undefined) {
      const isCurrency = /\p{Sc}/u.test(foreign) || /^[A-Z]{3}$/.test(foreign.trim());
      return err(isCurrency && /\d/.test(number) ? 'other-currency' : 'not-an-amount');
    }
  }
  // "$ -" and "-": nought in an accounting format. "$-5": negative.
  if (/^[-−–]?$/u.test(number)) return !isBracketed && /[-−–]/u.test(inner) ? ok(0) : err('not-an-amount');
  const digits = number.replace(/^[-−–]\s*/u, '');
  const parsed = parseAmount(digits, currency, locale, decimal);
  const isNegative = isBracketed || isSigned || digits !== number;
  if (parsed.ok && isNegative && parsed.value > 0) return err('negative');
  return parsed;
};

/**
 * The decimal sign that a block of cells speaks for: "." when some cell can only be read so ("1,234.50",
 * "12.5"), "," likewise; undefined where no cell tells or two cells disagree.
 */
export const decimalOf = (cells: Iterable<string>): string | undefined => {
  const told = new Set<string>();
  for (const cell of cells) {
    const number = cell.replace(/[^\d.,]/g, '');
    const mixed = /^\d{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(number);
    if (mixed !== null && mixed[1] !== mixed[2]) told.add(mixed[2] ?? '');
    const lone = /^\d*([.,])(\d+)$/.exec(number);
    if (lone !== null && lone[2]?.length !== 3) told.add(lone[1] ?? '');
    const repeated = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(number);
    if (repeated !== null) told.add(repeated[1] === '.' ? ',' : '.');
  }
  return told.size === 1 ? [...told][0] : undefined;
};
