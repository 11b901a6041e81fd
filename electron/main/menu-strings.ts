import en from '#shared/messages/en/menu.json';
import es from '#shared/messages/es/menu.json';

export type MenuStrings = Readonly<Record<keyof typeof en, string>>;

const languages: Readonly<Record<string, MenuStrings>> = { en, es };

/** The words of the menu in the language of a locale such as `es-PE`; English where we have no other. */
export const menuStrings = (locale: string): MenuStrings => languages[locale.split(/[-_]/)[0] ?? ''] ?? en;
