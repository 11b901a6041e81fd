import { isFilled } from '#shared/domain/answered.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { withoutReferringNumbers } from './referring-numbers.ts';
import { listParam, type Rule } from './rule.ts';

/** Chinese numerals, of two characters or before a measure word: not ordinal numbers (第三), months and years. */
const chineseDigits = '〇零一二两三四五六七八九十百千万亿';
const chineseNumber = new RegExp(
  `(?<![第${chineseDigits}])(?:[${chineseDigits}]{2,}(?![${chineseDigits}年月日])|[${chineseDigits.slice(3)}](?=[个名人份次所家件项处座位户]))`,
  'u',
);

/** Whether a text counts something: a number that does more than refer. */
const countsSomething = (text: string, references: readonly string[]): boolean =>
  chineseNumber.test(text) || /[\p{Nd}\p{No}]/u.test(withoutReferringNumbers(text, references));

const measures = (value: FieldValue | undefined, references: readonly string[]): boolean => {
  if (typeof value === 'string') return countsSomething(value, references);
  if (typeof value === 'number') return true;
  return typeof value === 'object' && 'minor' in value;
};

/**
 * A pledge says what will be measured (the Network's guidance, domain.md, 1; official): at least one of its
 * texts has a number. Dates do not count, nor the numbers of objectives, goals and resolutions. Nothing
 * written at all is what the fields themselves report. `params`: `fields`, in the order in which they are
 * asked for, reported at the last; `references`, words before a number that only refers.
 */
export const notMeasurable: Rule = (values, params) => {
  const fields = listParam(params, 'fields');
  const written = fields.filter((field) => isFilled(values[field]));
  const path = written.at(-1);
  if (path === undefined) return [];
  const references = listParam(params, 'references');
  return written.some((field) => measures(values[field], references))
    ? []
    : [{ path, code: 'not-measurable', params: {} }];
};
