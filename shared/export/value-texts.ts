import { isCalendarDate, isCalendarMonth } from '#shared/domain/calendar.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Language, TemplateField } from '#shared/domain/template.ts';
import type { Vocabulary, VocabularyList } from '#shared/domain/vocabulary.ts';
import { documentWords } from './document-words.ts';
import type { Reading } from './reading.ts';
import { label, languageDirection, line, lines, type Text } from './text.ts';

/** The locale of numbers and dates in a document; Arabic takes 0–9, as in current documents of the United Nations. */
export const localeOf = (language: Language): string => (language === 'ar' ? 'ar-u-nu-latn' : language);

const inWords = (date: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  // English dates put the day first, as the United Nations writes them.
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : localeOf(language), {
    ...options,
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** YYYY-MM-DD in words: "22 June 2027". What is no date stays as it is. */
export const dateText = (date: string, language: Language): string =>
  isCalendarDate(date) ? inWords(date, language, { dateStyle: 'long' }) : date;

const monthText = (month: string, language: Language): string =>
  isCalendarMonth(month) ? inWords(`${month}-01`, language, { year: 'numeric', month: 'long' }) : month;

/** Which list a kind of field chooses from, and whether documents quote the entry's number. */
const listOf: Partial<
  Record<TemplateField['kind'], { readonly list: VocabularyList; readonly showsCode: boolean }>
> = {
  objectives: { list: 'objectives', showsCode: true },
  principles: { list: 'principles', showsCode: false },
  sdgTargets: { list: 'sdgTargets', showsCode: true },
  thematicArea: { list: 'thematicAreas', showsCode: true },
  countries: { list: 'countries', showsCode: false },
  country: { list: 'countries', showsCode: false },
  regions: { list: 'regions', showsCode: false },
  currency: { list: 'currencies', showsCode: true },
};

/** The official name of an entry, with its number where it is quoted; the code itself where no list has it. */
export const termText = (
  vocabulary: Vocabulary,
  list: VocabularyList,
  code: string,
  language: Language,
  showsCode = false,
): Text => {
  const term = vocabulary[list].find((one) => one.code === code);
  if (term === undefined) return line(code, language);
  const name = label(term.name, language);
  if (!showsCode) return name;
  // From right to left, "14.b" would fall apart without a mark of direction before it.
  const mark = languageDirection(name.language) === 'rtl' && /\d.*\p{L}/u.test(code) ? '\u200e' : '';
  return { ...name, text: `${mark}${code} · ${name.text}` };
};

const chosen = (
  field: TemplateField,
  codes: readonly string[],
  { vocabulary, language }: Reading,
): readonly Text[] => {
  if (field.kind === 'choice' || field.kind === 'choices') {
    return codes.map((code) => {
      const option = field.options.find(({ value }) => value === code);
      return option === undefined ? line(code, language) : label(option.label, language);
    });
  }
  const source = listOf[field.kind];
  if (source === undefined) return codes.map((code) => line(code, language));
  // Sets are kept sorted by code unit; a reader expects 5 before 15, and names by the alphabet.
  const order = new Intl.Collator(localeOf(language), { numeric: true });
  return codes
    .map((code) => termText(vocabulary, source.list, code, language, source.showsCode))
    .sort((a, b) => order.compare(a.text, b.text));
};

/** A value in words, one text for each line or each entry that was chosen; none for no value. */
export const valueTexts = (
  field: TemplateField,
  value: FieldValue | undefined,
  reading: Reading,
): readonly Text[] => {
  const { language } = reading;
  const words = documentWords(language);
  if (value === undefined) return [];
  if (typeof value === 'boolean') return field.kind === 'yesNo' ? [value ? words.yes : words.no] : [];
  if (typeof value === 'number')
    return [line(new Intl.NumberFormat(localeOf(language)).format(value), language)];
  if (typeof value === 'string') {
    if (value.trim() === '') return [];
    if (field.kind === 'date') return [line(dateText(value, language), language)];
    if (field.kind === 'month') return [line(monthText(value, language), language)];
    if (field.kind === 'choice' || field.kind in listOf) return chosen(field, [value], reading);
    return lines(value, reading.writtenLanguage);
  }
  if ('minor' in value) {
    return [
      line(`${formatAmount(value.minor, value.currency, localeOf(language))} ${value.currency}`, language),
    ];
  }
  if ('from' in value) {
    const to = value.to === 'present' ? words.present.text : String(value.to);
    return [line(value.from === value.to ? to : `${value.from} – ${to}`, language)];
  }
  return chosen(field, value, reading);
};
