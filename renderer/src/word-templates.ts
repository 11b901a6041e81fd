import type { CopyMaterial } from './commands/copy-makers.ts';

/** Each in a chunk of its own, as a data URL: in Electron the window fetches nothing. */
const files = import.meta.glob<string>('../../resources/word-templates/*.docx', {
  query: '?inline',
  import: 'default',
});

/** The house template of a kind for Word, as it was built in. */
export const loadWordTemplate: CopyMaterial['wordTemplate'] = async (kind, direction) => {
  const load = files[`../../resources/word-templates/${kind}-${direction}.docx`];
  if (load === undefined) throw new Error(`no Word template for ${kind}, ${direction}`);
  const url = await load();
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
};
