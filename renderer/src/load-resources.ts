import { assert } from '#shared/assert.ts';
import type { Template } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { Resources, type TextLanguages } from './commands/resources.ts';
import { AppFilesError } from './data/store-failure.ts';

type Files<T> = Readonly<Record<string, () => Promise<T>>>;

// In chunks of their own: nothing that is painted first needs them. `?screens`: build/screen-languages-plugin.ts.
const forms: Readonly<Record<TextLanguages, Files<Template>>> = {
  screens: import.meta.glob<Template>('../../resources/templates/*.json', {
    query: '?screens',
    import: 'default',
  }),
  all: import.meta.glob<Template>('../../resources/templates/*.json', { import: 'default' }),
};
const lists: Readonly<Record<TextLanguages, Files<Vocabulary>>> = {
  screens: import.meta.glob<Vocabulary>('../../resources/vocabulary/vocabulary.json', {
    query: '?screens',
    import: 'default',
  }),
  all: import.meta.glob<Vocabulary>('../../resources/vocabulary/vocabulary.json', { import: 'default' }),
};

const read = <T>(files: Files<T>): Promise<readonly T[]> =>
  Promise.all(Object.values(files).map((load) => load()));

/**
 * The forms and lists as they were built in. Every file is parsed by its schema in the tests, not here. Rejects with
 * AppFilesError where one of them cannot be fetched.
 */
export const loadResources = async (texts: TextLanguages): Promise<Resources> => {
  const [templates, [vocabulary]] = await Promise.all([read(forms[texts]), read(lists[texts])]).catch(
    (cause: unknown) => {
      throw new AppFilesError('the forms could not be fetched', { cause });
    },
  );
  assert(vocabulary, 'the build has a vocabulary');
  return new Resources(templates, vocabulary);
};
