import { CarriedRepository } from '#renderer/data/carried-repository.ts';
import type { CarriedEntry } from '#renderer/sync/carried-queue.ts';
import type { Space } from './space.ts';

/** What others handed over to be sent from this laptop. */
export const carriedEntries = (space: Space): Promise<readonly CarriedEntry[]> =>
  new CarriedRepository(space.meta).read();
