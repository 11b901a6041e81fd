import { isFilled } from '#shared/domain/answered.ts';
import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { type Template, templateFields } from '#shared/domain/template.ts';
import { listParam, type Rule, type RuleFinding } from './rule.ts';

/** Two capitals or more, digits among them, the English plural left aside: IOM, SDGs, G20. */
const token =
  /(\p{Lu}(?<![\p{L}\p{N}_.@/-]\p{Lu})(?=[\p{Nd}]*\p{Lu})[\p{Lu}\p{Nd}]{1,11})(?:s|es)?(?![\p{L}\p{N}_@])/gu;
const roman = /^[IVXLCDM]+$/;
/** "Words (IOM)", "Words (IOM, …)": the words before say it. */
const closesExpansion = /[\p{L}\p{M}\p{N}”"»)]\s*[(（[]\s*$/u;
const endsBracket = /^\s*[)）\],;،、]/u;
/** "IOM (International …)", "IOM – International …": the words after say it. */
const opensExpansion = /^\s*(?:[(（[]\s*(?=\p{L}*\p{Ll})|[:：]\s*(?=\p{Lu}\p{Ll}))/u;

/** A heading in capitals is no row of acronyms: the word before or after it is in capitals as well. */
const isShouted = (before: string, after: string): boolean =>
  /(?<!\p{L})\p{Lu}{2,}\p{P}?\s$/u.test(before.slice(-40)) && !/\)\s*$/.test(before)
    ? true
    : /^\s\p{Lu}{2,}(?!\p{Ll})/u.test(after);

/** Acronyms that the lists of organizations give, and those in brackets after their names. */
const givenInLists = (template: Template, values: FieldMap): readonly string[] =>
  templateFields(template)
    .filter((field) => field.kind === 'organizations')
    .flatMap((field) =>
      listItems(values, field.id).flatMap((item) => {
        const text = (id: string) => String(values[subPath(field.id, item, id)] ?? '');
        const inBrackets = [...text('name').matchAll(/[(（]\s*([\p{L}\p{N}-]+)\s*[)）]/gu)].map(
          ([, acronym = '']) => acronym,
        );
        return [...text('acronym').split(/[^\p{L}\p{N}]+/u), ...inBrackets].filter((word) => isFilled(word));
      }),
    );

/** Spanish plurals in doubled letters, EE.UU. and FF. AA.: an abbreviation in two parts, which is no acronym. */
const isHalfAbbreviation = (acronym: string, before: string, after: string): boolean =>
  /^(\p{Lu})\1$/u.test(acronym) &&
  (/^\.\s?(\p{Lu})\1(?![\p{L}\p{N}])/u.test(after) || /(?<!\p{L})(\p{Lu})\1\.\s$/u.test(before.slice(-6)));

type Occurrence = {
  readonly acronym: string;
  /** With the ending of a plural. */
  readonly whole: string;
  readonly start: number;
  readonly isSpelled: boolean;
};

/** What may be an acronym in a text, whatever stands in others. */
const occurrencesIn = (text: string): readonly Occurrence[] =>
  [...text.matchAll(token)].flatMap((match): readonly Occurrence[] => {
    const [whole, acronym = ''] = match;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + whole.length);
    if (roman.test(acronym) || isShouted(before, after) || isHalfAbbreviation(acronym, before, after))
      return [];
    const isSpelled =
      (closesExpansion.test(before.slice(-40)) && endsBracket.test(after)) ||
      opensExpansion.test(after.slice(0, 60));
    return [{ acronym, whole, start: match.index, isSpelled }];
  });

/**
 * Acronyms are spelled out where they first stand (the practices' checklist, domain.md, 2; official for
 * practices): a word in capitals without its expansion before it in the order of the form, in brackets
 * around it or after it. What the lists of organizations give counts as said. `params`: `known`, what
 * everybody knows; `except`, fields that hold codes. Each acronym once, where it first stands, with its `start`
 * and `length` in UTF-16 units.
 */
export const unspelledAcronyms: Rule = (values, params, { template, texts, recall }) => {
  const said = new Set([...listParam(params, 'known'), ...givenInLists(template, values)]);
  const except = new Set([...listParam(params, 'except'), 'acronym']);
  const findings: RuleFinding[] = [];
  for (const { path, text, field } of texts) {
    if (except.has(field.id)) continue;
    for (const { acronym, whole, start, isSpelled } of recall(occurrencesIn, text, occurrencesIn)) {
      if (said.has(acronym) || said.has(whole)) continue;
      said.add(acronym);
      if (isSpelled) continue;
      findings.push({
        path,
        code: 'unspelled-acronym',
        params: { term: acronym, start, length: acronym.length },
      });
    }
  }
  return findings;
};
