import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeVocabulary } from './make-vocabulary.ts';

it('the committed vocabulary is what the script makes', () => {
  const file = new URL('../resources/vocabulary/vocabulary.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(makeVocabulary());
});
