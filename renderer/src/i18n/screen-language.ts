/** Languages in which the screens exist; `en-XB` is English drawn right to left, for looking at layouts. */
export type ScreenLanguage = 'en' | 'es' | 'en-XB';

/** Which way the screens run in this language. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'en-XB' ? 'rtl' : 'ltr';

/** The locale for dates and react-aria's own words; Hebrew lends the pseudo language its direction. */
export const ariaLocaleOf = (language: ScreenLanguage): string => (language === 'en-XB' ? 'he' : language);
