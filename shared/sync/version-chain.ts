import type { FieldMap } from '#shared/domain/field-value.ts';
import type { FieldsDelta, Version, VersionBody, VersionChain, VersionHeader } from './version.ts';
import { applyDelta, applyDeltas, deltaOf, fieldsHash } from './version-delta.ts';

/** A version beside those that its delta is built on. null: its row cannot be read. */
export type ChainLink = (Pick<VersionHeader, 'hash'> & { readonly body: VersionBody }) | null;

/** Among so many versions in a row there is a whole one: opening any of them reads no more. */
export const wholeEvery = 25;

/**
 * The values of a version after those of the one before it (null where they are unknown); null for one that is
 * damaged: unreadable itself, built on one that is, or not what its check sum says.
 */
export const contentAfter = (previous: FieldMap | null, link: ChainLink): FieldMap | null => {
  if (link === null) return null;
  const { body, hash } = link;
  const fields = 'whole' in body ? body.whole : previous && applyDelta(previous, body.delta);
  return fields && fieldsHash(fields) === hash ? fields : null;
};

/** The values of every version, in order; null for one that is damaged. The next whole one is read again. */
export const chainContents = (chain: readonly ChainLink[]): readonly (FieldMap | null)[] => {
  let previous: FieldMap | null = null;
  return chain.map((link) => {
    previous = contentAfter(previous, link);
    return previous;
  });
};

/**
 * The values of the last version alone, joined at once from the last whole one before it: what stands between need
 * not be put together, since the last one's own check sum says whether all of it was right. null as above.
 */
export const lastContents = (chain: readonly ChainLink[]): FieldMap | null => {
  const run = chain.slice(chain.findLastIndex((link) => link !== null && 'whole' in link.body));
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !('whole' in first.body)) return null;
  const deltas = run.slice(1).map((link) => (link !== null && 'delta' in link.body ? link.body.delta : null));
  if (deltas.includes(null)) return null;
  const fields = applyDeltas(first.body.whole, deltas as FieldsDelta[]);
  return fields !== undefined && fieldsHash(fields) === last.hash ? fields : null;
};

/** How many versions at the end of a chain stand after its last whole one; Infinity where there is none. */
const runLength = (chain: readonly ChainLink[]): number => {
  const back = [...chain].reverse().findIndex((link) => link !== null && 'whole' in link.body);
  return back < 0 ? Number.POSITIVE_INFINITY : back;
};

/**
 * How values are kept after a chain whose last contents are `previous` (null where they are unknown): as a delta
 * where that is smaller and a whole version is near enough.
 */
export const bodyAfter = (
  chain: readonly ChainLink[],
  previous: FieldMap | null,
  fields: FieldMap,
): VersionBody => {
  if (previous === null || runLength(chain) >= wholeEvery - 1) return { whole: fields };
  const delta = deltaOf(previous, fields);
  const isSmaller = JSON.stringify(delta).length < JSON.stringify(fields).length / 2;
  return isSmaller ? { delta } : { whole: fields };
};

/**
 * New bodies, by index, for those that stay when some versions are taken out of a chain. Every version that could be
 * read before can be read after, and is the same.
 */
export const bodiesWithout = (
  chain: readonly ChainLink[],
  isDropped: (index: number) => boolean,
): ReadonlyMap<number, VersionBody> => {
  const contents = chainContents(chain);
  const bodies = new Map<number, VersionBody>();
  let last: FieldMap | null = null;
  let wasCut = false;
  let wasWholeCut = false;
  chain.forEach((link, index) => {
    const fields = contents[index] ?? null;
    if (isDropped(index)) {
      wasCut = true;
      wasWholeCut ||= link === null || 'whole' in link.body;
      return;
    }
    if (wasCut && fields !== null && link !== null && 'delta' in link.body) {
      bodies.set(index, wasWholeCut || last === null ? { whole: fields } : { delta: deltaOf(last, fields) });
    }
    last = fields;
    wasCut = false;
    wasWholeCut = false;
  });
  return bodies;
};

/**
 * A chain in pieces that can each be read without the others: of so many versions, and so many characters as JSON
 * unless one version alone has more. Versions that cannot be read are left out.
 */
export const chainPieces = (chain: VersionChain, longest: number): readonly VersionChain[] => {
  const contents = chainContents(chain);
  const pieces: Version[][] = [];
  let chars = 0;
  let previous: FieldMap | null = null;
  chain.forEach((version, index) => {
    const fields = contents[index];
    if (!fields) return;
    const last = pieces.at(-1);
    const body = bodyAfter(last ?? [], previous, fields);
    const length = JSON.stringify(body).length;
    previous = fields;
    if (last !== undefined && last.length < wholeEvery && chars + length <= longest) {
      chars += length;
      last.push({ ...version, body });
      return;
    }
    const whole = { whole: fields };
    chars = JSON.stringify(whole).length;
    pieces.push([{ ...version, body: whole }]);
  });
  return pieces;
};

/** One chain of several, in the order of their time; of a version that is in more than one, what the last of them says. */
export const joinedChains = (chains: readonly VersionChain[]): VersionChain => {
  const known = new Map<VersionHeader['id'], Version>();
  for (const chain of chains) {
    const contents = chainContents(chain);
    chain.forEach((version, index) => {
      const fields = contents[index];
      if (fields) known.set(version.id, { ...version, body: { whole: fields } });
    });
  }
  return [...known.values()].sort((a, b) => a.at - b.at);
};
