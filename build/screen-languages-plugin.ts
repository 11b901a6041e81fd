import type { Plugin } from 'vite';
import { screenLanguages } from './messages-plugin.ts';

/** A form or a list with the texts in the languages of the screens alone; all else stays as it is. */
export const inScreenLanguages = (json: string): string =>
  JSON.stringify(JSON.parse(json), (_key, value) =>
    typeof value?.en === 'string'
      ? Object.fromEntries(screenLanguages.map((language) => [language, value[language]]))
      : value,
  );

const query = '?screens';

/**
 * `pledge@2.json?screens` is the form as the screens need it. Copies and files that are brought in take the whole one,
 * in a chunk of its own, so that nobody waits at the start for languages that no screen speaks.
 */
export const screenLanguagesPlugin = (): Plugin => ({
  name: 'compact-desk:screen-languages',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith(`.json${query}`)) return undefined;
    const text = JSON.stringify(inScreenLanguages(code));
    return { code: `export default JSON.parse(${text});`, map: null, moduleType: 'js' };
  },
});
