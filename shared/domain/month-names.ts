import type { Language } from './template.ts';

/** The names of the twelve months in a language, each alone and after a day: "декабрь", "декабря". */
export const monthNames = (language: Language): readonly (readonly string[])[] => {
  const formats = [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const;
  const [alone, afterDay] = formats.map(
    (format) => new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...format, timeZone: 'UTC' }),
  );
  return Array.from({ length: 12 }, (_, month) =>
    [alone, afterDay].map(
      (format) =>
        format?.formatToParts(new Date(Date.UTC(2027, month, 15))).find(({ type }) => type === 'month')
          ?.value ?? '',
    ),
  );
};
