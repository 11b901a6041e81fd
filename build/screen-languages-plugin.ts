import type { Plugin } from 'vite';
import { screenLanguages } from './messages-plugin.ts';

const pick = (_key: string, value: unknown): unknown =>
  typeof (value as { en?: unknown } | null)?.en === 'string'
    ? Object.fromEntries(
        Object.entries(value as object).filter(([language]) => screenLanguages.includes(language)),
      )
    : value;

/** Forms and lists with their texts in the languages of the screens alone; all else stays as it is. */
export const inScreenLanguages = <T>(data: T): T => JSON.parse(JSON.stringify(data, pick));

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
    const text = JSON.stringify(JSON.stringify(inScreenLanguages(JSON.parse(code))));
    return { code: `export default JSON.parse(${text});`, map: null, moduleType: 'js' };
  },
});
