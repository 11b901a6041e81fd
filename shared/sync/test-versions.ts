import fc from 'fast-check';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { makeVersionId } from '#shared/domain/ids.ts';
import type { Version, VersionCause } from './version.ts';
import { bodyAfter } from './version-chain.ts';
import { countChanges, fieldsHash, versionFields } from './version-delta.ts';

/** Builders for tests of the history. */

export const isText = (path: string): boolean => path !== 'objectives';

/** The header of a version that is number `index` of its kind. */
export const headerOf = (
  index: number,
  at: number,
  cause: VersionCause = { kind: 'automatic' },
  name: string | null = null,
) => ({
  id: makeVersionId(index, (length) => new Uint8Array(length).fill(index % 251)),
  at,
  by: 'Ana Ruiz',
  cause,
  name,
  template: 'pledge@1' as const,
  files: [],
});

/** A chain of versions with these contents, an hour between each two. */
export const chainOf = (contents: readonly FieldMap[]): readonly Version[] => {
  const chain: Version[] = [];
  let previous: FieldMap | null = null;
  for (const [index, content] of contents.entries()) {
    const fields = versionFields(content);
    chain.push({
      ...headerOf(index, index * 3_600_000),
      hash: fieldsHash(fields),
      changes: countChanges(previous ?? {}, fields, isText),
      body: bodyAfter(chain, previous, fields),
    });
    previous = fields;
  }
  return chain;
};

const sentence = fc.constantFrom(
  'One desk per ward. ',
  'Staff of two. ',
  '登记处。',
  'مكتب واحد. ',
  'no end',
  '😀 ',
);

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.integer(),
  fc.boolean(),
  fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
  fc.record({ minor: fc.integer(), currency: fc.constantFrom('USD', 'XOF') }),
  fc.record({ from: fc.integer({ min: 1990, max: 2030 }), to: fc.constant('present' as const) }),
);

/** Names that every object inherits are paths too. */
const path = fc.constantFrom(
  'title',
  'summary',
  'constructor',
  'toString',
  'list/0000000001',
  'list/0000000001/pos',
);

/** What a document may hold at some moment. */
export const anyFields: fc.Arbitrary<FieldMap> = fc
  .uniqueArray(fc.tuple(path, value), { selector: ([key]) => key, maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));

/** The contents of a chain: each again something the person may have made of it. */
export const anyContents = fc.array(anyFields, { minLength: 1, maxLength: 60 });
