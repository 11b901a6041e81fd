import { referredFiles } from '#shared/domain/attachment.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
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
  files: [] as readonly string[],
});

/** A chain of versions with these contents, an hour between each two. */
export const chainOf = (contents: readonly FieldMap[]): readonly Version[] => {
  const chain: Version[] = [];
  let previous: FieldMap | null = null;
  for (const [index, content] of contents.entries()) {
    const fields = versionFields(content);
    chain.push({
      ...headerOf(index, index * 3_600_000),
      files: referredFiles(fields),
      hash: fieldsHash(fields),
      changes: countChanges(previous ?? {}, fields, isText),
      body: bodyAfter(chain, previous, fields),
    });
    previous = fields;
  }
  return chain;
};
