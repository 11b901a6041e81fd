import { isFilled } from '#shared/domain/answered.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { listParam, type Rule } from './rule.ts';
import { termPattern } from './term-pattern.ts';

const year = /(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})/gu;

/** Whether a text counts something: a number that is neither a year nor the number of a reference. */
const countsSomething = (text: string, references: readonly string[]): boolean => {
  const western = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const named = references.map(termPattern).join('|');
  const reference = new RegExp(`(?:${named})\\s*(?:n[.º°o]*\\s*)?\\p{Nd}[\\p{Nd}.]*`, 'giu');
  const rest = (named === '' ? western : western.replace(reference, ' ')).replace(year, ' ');
  return /[\p{Nd}\p{No}]/u.test(rest);
};

const measures = (value: FieldValue | undefined, references: readonly string[]): boolean => {
  if (typeof value === 'string') return countsSomething(value, references);
  if (typeof value === 'number') return true;
  return typeof value === 'object' && 'minor' in value;
};

/**
 * A pledge says what will be measured (the Network's guidance, domain.md, 1; official): at least one of its
 * texts has a number. Years do not count, nor the numbers of objectives, goals and resolutions. Nothing
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
