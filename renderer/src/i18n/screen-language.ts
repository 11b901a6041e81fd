/** Languages in which the screens exist; `en-XB` is English drawn right to left, for looking at layouts. */
export type ScreenLanguage = 'en' | 'es' | 'en-XB';

/** Which way the screens run in this language. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'en-XB' ? 'rtl' : 'ltr';

/** The locale of the words, dates and numbers: English of the United Nations writes day, month, year. */
export const localeOf = (language: ScreenLanguage): string => (language === 'en' ? 'en-GB' : language);

/** The locale for react-aria's date parts and own words; Hebrew lends the pseudo language its direction. */
export const ariaLocaleOf = (language: ScreenLanguage): string =>
  language === 'en-XB' ? 'he' : localeOf(language);
