import { isFilled } from '#shared/domain/answered.ts';
import { listParam, type Rule } from './rule.ts';

/** A year, in Western or Arabic-Indic digits. */
const year = /(?<!\p{Nd})(?:(?:19|20)[0-9]{2}|(?:١٩|٢٠)[٠-٩]{2})(?!\p{Nd})/gu;

/** The Compact was adopted in December 2018: until then no pledge under it can have ended. */
const adopted = 2018;

/** Whether a text names a year that may be an end. */
const namesAnEnd = (text: string): boolean =>
  [...text.matchAll(year)].some(
    ([written]) =>
      Number(written.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))) > adopted,
  );

/**
 * A pledge says until when (the Network's guidance, domain.md, 1; official): a date is given, or a text
 * names a year after that of the Compact. Rules read no clock: a later year that has passed counts too. Nothing
 * written at all is what the fields themselves report. `params`: `texts`, reported at the last that is written;
 * `dates`, fields of which one that is answered suffices.
 */
export const notTimeBound: Rule = (values, params) => {
  if (listParam(params, 'dates').some((field) => isFilled(values[field]))) return [];
  const written = listParam(params, 'texts').filter((field) => isFilled(values[field]));
  const path = written.at(-1);
  if (path === undefined || written.some((field) => namesAnEnd(String(values[field])))) return [];
  return [{ path, code: 'not-time-bound', params: {} }];
};
