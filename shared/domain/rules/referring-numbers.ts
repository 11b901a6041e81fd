import { monthNames } from '#shared/domain/month-names.ts';
import { languages } from '#shared/domain/template.ts';
import { termPattern } from './term-pattern.ts';

/** "and", "to" between the numbers of a list, in the six languages. */
const links = 'and|to|y|e|a|al|et|à|и|по|و|إلى';
const joiner = `(?:\\s*[,،、;–—-]\\s*(?:(?:${links})\\s+)?|\\s+(?:${links})\\s+|\\s*[和及与至]\\s*)`;
/** Objectives, goals and their targets have two digits at most; a number that goes on, or a share, counts something. */
const listed = '\\p{Nd}{1,2}(?:\\.[\\p{Nd}a-z])?(?![.,]?\\p{Nd}|\\s*%|\\p{L})';
const number = '\\p{Nd}[\\p{Nd}.]*(?:/\\p{Nd}+)*';

const referencePattern = (references: readonly string[]): RegExp | null =>
  references.length === 0
    ? null
    : new RegExp(
        `(?:${references.map(termPattern).join('|')})[\\s‑–-]*(?:n[.º°o]*\\s*)?${number}(?:${joiner}${listed})*`,
        'giu',
      );

/** Symbols of documents of the United Nations: A/RES/73/195. */
const documentSymbol = /(?<![\p{L}\p{Nd}])(?:A|E|S|ST)(?:\/[\p{L}\p{Nd}.]+)+/gu;

const year = '(?<!\\p{Nd})(?:19|20)\\p{Nd}{2}(?!\\p{Nd})';
const day = '\\p{Nd}{1,2}(?:st|nd|rd|th|er|º|\\.)?';
const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** In small letters only where the language writes months so: "30 may join" is no day. */
const month = [...new Set(languages.flatMap((language) => monthNames(language).flat()))]
  .filter((name) => /^\p{L}/u.test(name))
  .flatMap((name) => [name, capitalized(name)])
  .join('|');
/** "19 December", "10 y 11 de diciembre", "December 19, 2018", "2018年12月19日", "2018-12-19", "19/12/2018", "2018". */
const date = new RegExp(
  [
    `(?<!\\p{Nd})(?:${day}${joiner})?${day}\\s+(?:de\\s+)?(?:${month})(?!\\p{L})`,
    `(?:${month})\\s+${day},?\\s+(?=${year})`,
    '(?:19|20)\\p{Nd}{2}年\\p{Nd}{1,2}月(?:\\p{Nd}{1,2}日)?',
    '(?<!\\p{Nd})(?:19|20)\\p{Nd}{2}-\\p{Nd}{2}-\\p{Nd}{2}(?!\\p{Nd})',
    '(?<!\\p{Nd})\\p{Nd}{1,2}([./-])\\p{Nd}{1,2}\\1(?:19|20)\\p{Nd}{2}(?!\\p{Nd})',
    year,
  ].join('|'),
  'gu',
);

/**
 * A text without the numbers that only refer: dates and years, symbols of documents, and what follows one of the
 * words `references`, alone or in a list ("objectives 5, 7 and 12").
 */
export const withoutReferringNumbers = (text: string, references: readonly string[]): string => {
  const western = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const reference = referencePattern(references);
  const bare = western.replace(documentSymbol, ' ').replace(date, ' ');
  return reference === null ? bare : bare.replace(reference, ' ');
};
