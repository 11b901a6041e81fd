import { isCalendarDate, isCalendarMonth } from '#shared/domain/calendar.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { plainAmount } from '#shared/domain/money.ts';
import type { LeafField, Localized, Option } from '#shared/domain/template.ts';
import type { Term, Vocabulary, VocabularyList } from '#shared/domain/vocabulary.ts';
import { localeOf } from '#shared/export/value-texts.ts';
import { datePartsInWords } from './date-words.ts';
import type { ImportWarningCode } from './import-result.ts';
import { type AmountCustom, type AmountSaid, amountSaid, isDecimalSign } from './read-amount.ts';
import { listedTerms } from './term-list.ts';
import { bareName, matchOf, type NamedCode, TermFinder } from './term-match.ts';

/** A problem of one text: what it said and, where it was understood, as what. */
export type ReadingProblem = {
  readonly code: ImportWarningCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/**
 * What a text says for a field. `value` is undefined where nothing of it was understood. `isExact`: the document then
 * shows the very same words; otherwise the text itself has to be kept beside it.
 */
export type Reading = {
  readonly value?: FieldValue;
  readonly isExact: boolean;
  readonly problems: readonly ReadingProblem[];
};

/** What an amount is in where nothing says it, as the forms assume. */
export const assumedCurrency = 'USD';

const exactly = (value: FieldValue): Reading => ({ value, isExact: true, problems: [] });
const understood = (value: FieldValue, text: string, as: string): Reading => ({
  value,
  isExact: false,
  problems: [{ code: 'name-understood', params: { value: short(text), as } }],
});
const notUnderstood = (text: string): Reading => ({
  isExact: false,
  problems: [{ code: 'not-understood', params: { value: short(text) } }],
});

/** The beginning of a text on one line, for a message or a label; what no file can keep is replaced. */
export const short = (text: string): string => {
  const line = text.toWellFormed().replaceAll('\u0000', '\ufffd').replace(/\s+/gu, ' ').trim();
  const characters = [...line.slice(0, 400).toWellFormed()];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
};

const yes = new Set(['yes', 'y', 'true', '1', 'si', 'oui', 'да', 'نعم', '是', 'x']);
const no = new Set(['no', 'n', 'false', '0', 'non', 'нет', 'لا', '否']);
/** Signs of a box or a list. Word ticks its own box with a cross in it; elsewhere that cross can be a no. */
const ticks = new Set(['✓', '✔', '☑', '🗹', '☒']);
const emptyBoxes = new Set(['☐', '□']);
const present =
  /^(present|presente|actualidad|la actualidad|aujourd hui|الآن|الان|至今|по настоящее время|ongoing|en curso|now|hoy|today)$/u;

const optionTerm = ({ value, label }: Option): NamedCode => ({ code: value, name: label });

/** Reads texts into values of fields: codes and names in any language, dates, amounts, years. */
export class ValueReader {
  readonly vocabulary: Vocabulary;
  readonly #custom: AmountCustom;
  readonly #lists = new Map<VocabularyList, TermFinder>();
  #budget: TermFinder | null = null;
  readonly #options = new Map<readonly Option[], TermFinder>();

  /** `custom`: how the whole file writes its amounts, as far as that is known. */
  constructor(vocabulary: Vocabulary, custom: AmountCustom = {}) {
    this.vocabulary = vocabulary;
    this.#custom = custom;
  }

  /** Reads what stands in one cell, key or paragraph. Blank text reads as nothing, without a problem. */
  read(field: LeafField, text: string, custom: AmountCustom = {}): Reading {
    if (field.kind === 'shortText' || field.kind === 'longText') return exactly(text);
    if (text.trim() === '') return { isExact: text === '', problems: [] };
    switch (field.kind) {
      case 'choice':
        return this.#one(this.#optionFinder(field.options), text, field.options.map(optionTerm));
      case 'choices':
        return this.#many(this.#optionFinder(field.options), text, field.options.map(optionTerm));
      case 'country':
        return this.#fromList('countries', text, false);
      case 'countries':
        return this.#fromList('countries', text, true);
      case 'regions':
        return this.#fromList('regions', text, true);
      case 'objectives':
        return this.#fromList('objectives', text, true);
      case 'principles':
        return this.#fromList('principles', text, true);
      case 'sdgTargets':
        return this.#fromList('sdgTargets', text, true);
      case 'thematicArea':
        return this.#fromList('thematicAreas', text, false);
      case 'currency':
        return this.#fromList('currencies', text, false);
      case 'yesNo':
        return readYesNo(text);
      case 'integer':
        return custom.isScaled ? notUnderstood(text) : readInteger(text, { ...this.#custom, ...custom });
      case 'marker':
        return readScore(text, field.scores);
      case 'date':
        return withoutSpan(text, readDate);
      case 'month':
        return withoutSpan(text, readMonth);
      case 'yearRange':
        return readYears(text);
      case 'money':
        return this.#money(text, custom);
      // Files, budgets and whatever else no text of one cell can say.
      default:
        return notUnderstood(text);
    }
  }

  /** The code of a budget category by code or name in any language. */
  budgetCategory(text: string): string | null {
    this.#budget ??= new TermFinder(this.vocabulary.budgetCategories);
    return this.#budget.find(text)?.code ?? null;
  }

  /** What an amount says; what stands around it (`custom`) tells more than what is known of the whole file. */
  amount(text: string, currency: string, custom: AmountCustom = {}): AmountSaid {
    return amountSaid(text, currency, this.vocabulary, { ...this.#custom, ...custom });
  }

  #money(text: string, custom: AmountCustom): Reading {
    const said = this.amount(text, custom.currency ?? assumedCurrency, custom);
    if (said.is === 'none' || custom.isScaled) return notUnderstood(text);
    if (said.is === 'unclear') {
      const { point, comma } = said;
      const params = { value: short(text), point, comma };
      return { isExact: false, problems: [{ code: 'amount-unclear', params }] };
    }
    const { minor, currency } = said;
    const isNamed = custom.currency !== undefined || /\p{Sc}|[A-Z]{3}/u.test(text);
    return isNamed
      ? { value: { minor, currency }, isExact: false, problems: [] }
      : understood({ minor, currency }, text, `${plainAmount(minor, currency)} ${currency}`);
  }

  #optionFinder(options: readonly Option[]): TermFinder {
    const known = this.#options.get(options);
    if (known !== undefined) return known;
    const made = new TermFinder(options.map(optionTerm));
    this.#options.set(options, made);
    return made;
  }

  #fromList(list: VocabularyList, text: string, isSet: boolean): Reading {
    let finder = this.#lists.get(list);
    if (finder === undefined) {
      finder = new TermFinder(this.vocabulary[list]);
      this.#lists.set(list, finder);
    }
    const terms: readonly Term[] = this.vocabulary[list];
    return isSet ? this.#many(finder, text, terms) : this.#one(finder, text, terms);
  }

  #one(finder: TermFinder, text: string, terms: readonly NamedCode[]): Reading {
    const match = matchOf(finder, text);
    if (match === null) return unknown(text);
    const named = match.isExact
      ? []
      : listedTerms(finder, text).flatMap((listed) => listed.match?.code ?? []);
    if (new Set(named).size > 1) return notUnderstood(text);
    return match.isExact ? exactly(match.code) : understood(match.code, text, nameOf(terms, match.code));
  }

  /** The whole text is one name, or names between semicolons, line ends, bars or (where that fits) commas. */
  #many(finder: TermFinder, text: string, terms: readonly NamedCode[]): Reading {
    const whole = finder.find(text);
    if (whole?.isExact) return exactly([whole.code]);
    // A line that is a name letter by letter is one, whatever signs it has.
    const listed = text
      .split(/[\n\r]+/u)
      .flatMap((line) => (finder.find(line)?.isExact ? [line] : line.split(/[;；|•]+/u)))
      .flatMap((line) => listedTerms(finder, line));
    const codes: string[] = [];
    const problems: ReadingProblem[] = [];
    for (const { text: part, match } of listed) {
      if (match === null) problems.push(...unknown(part).problems);
      else if (!codes.includes(match.code)) {
        codes.push(match.code);
        if (!match.isExact)
          problems.push({
            code: 'name-understood',
            params: { value: short(part), as: nameOf(terms, match.code) },
          });
      }
    }
    if (codes.length === 0) return unknown(text);
    // Blanks around a name that stands alone are the text's own: kept with it.
    const padded = text.split('\n').find((line) => line !== line.trim());
    if (padded !== undefined && problems.length === 0)
      problems.push({ code: 'name-understood', params: { value: short(padded), as: codes.join(', ') } });
    return { value: codes.sort(), isExact: false, problems };
  }
}

const nameOf = (terms: readonly NamedCode[], code: string): string =>
  terms.find((term) => term.code === code)?.name.en ?? code;

const unknown = (text: string): Reading => ({
  isExact: false,
  problems: [
    {
      code: /^\s*(?:objectives?|objetivos?|goals?|metas?)?\s*[\d.]+\s*$/iu.test(text)
        ? 'out-of-range'
        : 'unknown-name',
      params: { value: short(text) },
    },
  ],
});

const readYesNo = (text: string): Reading => {
  const signs = text.replace(/[\ufe0e\ufe0f]/gu, '').trim();
  if (signs === '☒') return understood(true, text, '✓');
  if (ticks.has(signs)) return { value: true, isExact: false, problems: [] };
  if (emptyBoxes.has(signs)) return { value: false, isExact: false, problems: [] };
  // A box that is empty, or crossed out, says nothing of the word beside it.
  const bare = /[☐□✗✘]/u.test(text) ? '' : bareName(text);
  if (yes.has(bare)) return { value: true, isExact: false, problems: [] };
  return no.has(bare) ? { value: false, isExact: false, problems: [] } : notUnderstood(text);
};

/** "1.234.567" and "1 234" are whole; "1.500" can be one and a half, unless the file says how it writes numbers. */
const readInteger = (text: string, { decimal, language }: AmountCustom): Reading => {
  if (text.length > 60) return notUnderstood(text);
  const [, number = '', months] = /^(.+?)(?:\s+(months?|meses|mois)\.?)?$/isu.exec(text.trim()) ?? [];
  const [, sign = '', others = ''] = /^\d{1,3}([.,'’\s])\d{3}((?:\1\d{3})*)$/u.exec(number) ?? [];
  const digits = number.replaceAll(sign, '');
  const canPart = isDecimalSign(sign) && others === '';
  if (!/^\d{1,15}$/.test(digits) || (canPart && sign === decimal)) return notUnderstood(text);
  const value = Number(digits);
  const isOurs = language !== undefined && new Intl.NumberFormat(localeOf(language)).format(value) === number;
  const isClear = months === undefined && (!canPart || decimal !== undefined || isOurs);
  return isClear
    ? { value, isExact: text === String(value), problems: [] }
    : understood(value, text, String(value));
};

const readScore = (text: string, scores: readonly Localized[]): Reading => {
  const led = /^\s*([0-3])(?!\d)/u.exec(text);
  if (!led) return notUnderstood(text);
  const value = Number(led[1]);
  const isQuoted = Object.values(scores[value] ?? {}).some((meaning) => text === `${value} · ${meaning}`);
  return isQuoted || text.trim() === led[1]
    ? { value, isExact: isQuoted || text === led[1], problems: [] }
    : understood(value, text, String(value));
};

const two = (text: string | undefined): string => String(text ?? '').padStart(2, '0');

const readDate = (text: string): Reading => {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return { value: trimmed, isExact: trimmed === text, problems: [] };
  const stamp =
    /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/iu.exec(
      trimmed,
    );
  if (stamp?.[1] && isCalendarDate(stamp[1])) return understood(stamp[1], text, stamp[1]);
  const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/u.exec(trimmed);
  if (slashed) {
    const [, first, second, year] = slashed;
    // Which of the two is the month is only known where the other cannot be one.
    const dayFirst = `${year}-${two(second)}-${two(first)}`;
    const monthFirst = `${year}-${two(first)}-${two(second)}`;
    const canBoth = isCalendarDate(dayFirst) && isCalendarDate(monthFirst) && dayFirst !== monthFirst;
    const only = isCalendarDate(dayFirst) ? dayFirst : monthFirst;
    if (!canBoth && isCalendarDate(only)) return understood(only, text, only);
  }
  const worded = datePartsInWords(trimmed);
  const date = worded && worded.day !== null ? `${worded.year}-${worded.month}-${two(worded.day)}` : '';
  return isCalendarDate(date) ? { value: date, isExact: false, problems: [] } : notUnderstood(text);
};

const readMonth = (text: string): Reading => {
  const trimmed = text.trim();
  if (isCalendarMonth(trimmed)) return { value: trimmed, isExact: trimmed === text, problems: [] };
  const date = readDate(text).value;
  if (typeof date === 'string') return understood(date.slice(0, 7), text, date.slice(0, 7));
  const slashed = /^(\d{1,2})[./-](\d{4})$/u.exec(trimmed);
  const month = slashed ? `${slashed[2]}-${two(slashed[1])}` : '';
  if (isCalendarMonth(month)) return understood(month, text, month);
  const worded = datePartsInWords(trimmed);
  const inWords = worded && worded.day === null ? `${worded.year}-${worded.month}` : '';
  return isCalendarMonth(inWords) ? { value: inWords, isExact: false, problems: [] } : notUnderstood(text);
};

/** What stands between the first day and the last, in the six languages. */
const spanSign = /\s+(?:[-–—]|to|until|a|al|hasta|au|à|по|до|إلى|حتى)\s+|\s*[–—~至到]\s*|\/(?=\d{4}-\d{2})/iu;

/** A field takes one date: which of two is meant, the person says. */
const withoutSpan = (text: string, readOne: (text: string) => Reading): Reading => {
  const [from = '', to = '', ...others] = text.length > 200 ? [] : text.split(spanSign);
  const isSpan = others.length === 0 && [from, to].every((part) => readMonth(part).value !== undefined);
  return isSpan
    ? { isExact: false, problems: [{ code: 'two-dates', params: { value: short(text) } }] }
    : readOne(text);
};

const readYears = (text: string): Reading => {
  const years = /^\s*(\d{4})\s*(?:(?:[-–—/]|to|a|al|hasta)\s*(.+?))?\s*$/isu.exec(text);
  if (!years) return notUnderstood(text);
  const from = Number(years[1]);
  const end = years[2] === undefined ? years[1] : bareName(years[2]);
  const to =
    end !== undefined && present.test(end) ? 'present' : /^\d{4}$/.test(end ?? '') ? Number(end) : null;
  const isYear = (year: number) => year >= 1900 && year <= 2200;
  if (to === null || !isYear(from) || (to !== 'present' && !isYear(to))) return notUnderstood(text);
  return { value: { from, to }, isExact: false, problems: [] };
};
