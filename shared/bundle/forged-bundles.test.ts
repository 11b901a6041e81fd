import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainContents } from '#shared/sync/version-chain.ts';
import { bundleFailureCodes } from './bundle-failure.ts';
import { importDocument, standingOf } from './import-document.ts';
import { readBundle } from './read-bundle.ts';
import { content, fileBytes, forged, id, jsonBytes, sha256, state } from './test-bundle.ts';
import { testCrypto } from './test-crypto.ts';

/** Bundles whose hashes are right and whose content is not: what a forger, or a bug of another version, would make. */

const parts = [
  'manifest',
  `documents/${id}.json`,
  `versions/${id}.json`,
  'outbox.json',
  `files/${sha256}`,
] as const;

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    1e300,
    Number.MAX_SAFE_INTEGER + 1,
    true,
    '',
    '\u0000',
    '\ud800',
    '\u202egnp.exe',
    '../../x',
    '__proto__',
    'x'.repeat(2_100),
    [],
    {},
    [[0, 0, '\udc00']],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Change = {
  readonly at: number;
  readonly how: 'put' | 'drop' | 'twice' | 'add';
  readonly value: unknown;
};
const anyChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('put', 'drop', 'twice', 'add'),
  value: nasty,
});

type Slot = { readonly owner: Record<string, unknown> | unknown[]; readonly key: string };

/** Every place of a JSON value. */
const slotsOf = (owner: unknown): readonly Slot[] =>
  typeof owner !== 'object' || owner === null
    ? []
    : Object.entries(owner).flatMap(([key, value]) => [
        { owner: owner as Record<string, unknown>, key },
        ...slotsOf(value),
      ]);

const change = (root: unknown, { at, how, value: drawn }: Change): void => {
  // Drawn twice, it must not become part of itself.
  const value = structuredClone(drawn);
  const slots = slotsOf(root);
  const slot = slots[at % Math.max(1, slots.length)];
  if (slot === undefined) return;
  const { owner, key } = slot;
  if (Array.isArray(owner)) {
    if (how === 'drop') owner.splice(Number(key), 1);
    else if (how === 'put') owner[Number(key)] = value;
    else owner.push(how === 'twice' ? owner[Number(key)] : value);
    return;
  }
  if (how === 'drop') delete owner[key];
  else if (how === 'put') owner[key] = value;
  else if (how === 'twice') owner[`${key}/pos`] = owner[key];
  else {
    // Text as it is, so that `__proto__` becomes a key; a drawn object may have a `toString` that is none.
    const name = typeof value === 'string' ? value : JSON.stringify(value);
    Object.defineProperty(owner, name.slice(0, 40), {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
};

const names = fc.constantFrom(
  '../up.json',
  '/root.json',
  'C:\\x',
  'documents/../x.json',
  'files/..%2fx',
  'versions/x.json',
  'manifest.json/x',
  'documents/\u0000.json',
  '\u202ejson.exe',
  `documents/${id}.json/`,
  `versions/${id.replace(/1$/, '9')}.json`,
  `files/${'0'.repeat(64)}`,
  '__proto__',
);

const crypto = testCrypto();
const by = { madeBy: 'ana', own: 'ben', now: 9_000 };

test('ten thousand forged bundles: a named failure, or content that can be taken in and read', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...parts),
      fc.array(anyChange, { maxLength: 3 }),
      fc.option(names, { nil: undefined, freq: 5 }),
      async (part, changes, name) => {
        const bytes = forged((entries, manifest) => {
          const root =
            part === 'manifest'
              ? manifest
              : part.startsWith('files/')
                ? null
                : JSON.parse(new TextDecoder().decode(entries[part]));
          for (const one of changes) change(root, one);
          if (root === null) entries[part] = fileBytes.subarray(0, changes.length);
          else if (part !== 'manifest') entries[part] = jsonBytes(root);
          if (name !== undefined) {
            entries[name] = entries[part] ?? jsonBytes({});
            if (changes.length === 1) delete entries[part];
          }
        });
        const read = await readBundle(bytes, null, crypto);
        seen.add(read.ok ? 'ok' : read.error.code);
        if (!read.ok) {
          expect(bundleFailureCodes).toContain(read.error.code);
          return;
        }
        for (const document of read.value.documents) {
          standingOf(document, state);
          const fresh = importDocument(undefined, document, by);
          expect(importDocument(fresh, document, by)).toEqual(fresh);
          importDocument(state, document, by);
        }
        for (const chain of read.value.versions.values()) expect(chainContents(chain)).not.toContain(null);
        expect(read.value.outbox.length).toBeLessThanOrEqual(content.outbox.length);
      },
    ),
    { numRuns: 10_000 },
  );
  // The forgeries are not all of one kind.
  const expected = ['ok', 'unsafe-name', 'unknown-entry', 'missing-entry', 'wrong-hash'];
  expect([...seen]).toEqual(
    expect.arrayContaining([...expected, 'bad-manifest', 'bad-document', 'bad-history', 'bad-outbox']),
  );
}, 120_000);
