import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentFormat, readDocumentFile, unreadProperties } from './document-file.ts';

const file = (change: Record<string, unknown> = {}) => ({
  format: documentFormat,
  formatVersion: 1,
  kind: 'pledge',
  template: 'pledge@2',
  stage: 'draft',
  fields: { title: 'Night shelters', objectives: ['15', '4'], championCountry: false },
  ...change,
});

test('a file that the app wrote is read back', () => {
  expect(readDocumentFile(file())).toEqual({
    ok: true,
    value: {
      kind: 'pledge',
      template: 'pledge@2',
      stage: 'draft',
      fields: { title: 'Night shelters', objectives: ['15', '4'], championCountry: false },
    },
  });
});

test('where it stood is kept as far as it is understood, and the rest is named', () => {
  const standing = { id: '0192f0c1-2a3b-7c4d-8e5f-0123456789ab', language: 'es', round: 2, mark: 'Training' };
  const input = file({ ...standing, stage: 'burnt', receipt: null, colour: 'blue' });
  expect(readDocumentFile(input)).toEqual({
    ok: true,
    value: { ...standing, receipt: null, kind: 'pledge', template: 'pledge@2', fields: file().fields },
  });
  expect(unreadProperties(input)).toEqual(['stage', 'colour']);
});

test('a kind and its fields are enough', () => {
  expect(readDocumentFile({ kind: 'practice', fields: { title: 'A' } })).toEqual({
    ok: true,
    value: { kind: 'practice', template: 'practice@1', fields: { title: 'A' } },
  });
});

test.each<[string, unknown, unknown]>([
  ['a list', [], { code: 'not-a-document' }],
  ['another program', file({ format: 'something-else' }), { code: 'not-a-document' }],
  ['a later format', file({ formatVersion: 2 }), { code: 'newer-format', formatVersion: 2 }],
  ['a poem', file({ kind: 'poem' }), { code: 'unknown-kind', value: 'poem' }],
  ['a form of another kind', file({ template: 'practice@1' }), { code: 'bad-template', value: 'practice@1' }],
  ['a path that is none', file({ fields: { 'a b': 'x' } }), { code: 'bad-path', place: 'a b' }],
  [
    'a name that every object has',
    file({ fields: { constructor: 'x' } }),
    { code: 'bad-path', place: 'constructor' },
  ],
  ['a value that is none', file({ fields: { title: { deep: 1 } } }), { code: 'bad-value', place: 'title' }],
  ['a lone surrogate', file({ fields: { title: '\ud800' } }), { code: 'bad-value', place: 'title' }],
])('%s is refused by name', (_what, input, error) => {
  expect(readDocumentFile(input)).toEqual({ ok: false, error });
});

test('whatever the file holds, it is read or refused', () => {
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.record({
      kind: fc.constantFrom('pledge', 'practice', 'x'),
      fields: fc.dictionary(fc.string(), fc.jsonValue()),
    }),
    fc.dictionary(fc.constantFrom('kind', 'fields', 'template', 'format', 'formatVersion'), fc.jsonValue()),
  );
  fc.assert(
    fc.property(strange, (input) => {
      const read = readDocumentFile(input);
      expect(typeof read.ok).toBe('boolean');
      if (read.ok) expect(readDocumentFile(read.value)).toEqual(read);
    }),
    { numRuns: 10_000 },
  );
});
