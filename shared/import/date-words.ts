import { monthNames } from '#shared/domain/month-names.ts';
import { languages } from '#shared/domain/template.ts';
import { bareName } from './term-match.ts';

export type DateParts = { readonly year: string; readonly month: string; readonly day: string | null };

/** The names of the months in the six languages, alone and after a day, to "01" to "12". */
const monthNumbers: ReadonlyMap<string, string> = new Map(
  languages
    .flatMap((language) =>
      monthNames(language).flatMap((names, month) =>
        names.map((name) => [bareName(name), String(month + 1).padStart(2, '0')] as const),
      ),
    )
    .filter(([name]) => /\p{L}/u.test(name) && !/^\d/.test(name)),
);

/** Reads "22 June 2027", "22 de junio de 2027", "June 2027", "2027年6月22日": null where it is no such date. */
export const datePartsInWords = (text: string): DateParts | null => {
  if (text.length > 60) return null;
  const chinese = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/u.exec(text);
  if (chinese) {
    const [, year = '', month = '', day = null] = chinese;
    return { year, month: month.padStart(2, '0'), day };
  }
  const words = bareName(text).split(' ');
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const days = words.filter((word) => /^\d{1,2}$/.test(word));
  const months = words.filter((word) => monthNumbers.has(word));
  const links = words.filter((word) => ['de', 'del', 'г', 'of', 'le'].includes(word));
  const [year] = years;
  const [month] = months;
  if (year === undefined || month === undefined || days.length > 1) return null;
  // Any word more, a second year too, would be lost.
  if (2 + days.length + links.length < words.length) return null;
  return { year, month: monthNumbers.get(month) ?? '', day: days[0] ?? null };
};
