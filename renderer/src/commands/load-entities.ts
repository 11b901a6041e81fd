import type { Term } from '#shared/domain/vocabulary.ts';

/** The entities of the Network, in a chunk of their own: only who names organizations needs them. */
export const loadEntities = async (): Promise<readonly Term[]> =>
  (await import('#resources/vocabulary/network-entities.json')).default;
