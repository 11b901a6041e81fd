import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import type { BlobShelf } from './blob-shelf.ts';
import type { Network } from './network.ts';
import { News, tellingStore } from './news.ts';
import type { ServerStore } from './store.ts';
import { readTemplateShelf, type TemplateShelf } from './template-shelf.ts';
import { prepareTrainingAccounts } from './training.ts';

const resource = (path: string): string => fileURLToPath(new URL(`../resources/${path}`, import.meta.url));

export const readVocabulary = (): Vocabulary =>
  vocabularySchema.parse(JSON.parse(readFileSync(resource('vocabulary/vocabulary.json'), 'utf8')));

/** The forms of this version, and those that are published from a folder beside them. */
export const readTemplates = (published?: string): TemplateShelf =>
  readTemplateShelf(resource('templates'), ...(published === undefined ? [] : [published]));

const dayMs = 86_400_000;
/** How long long texts and tombstones are remembered (capabilities, `retentionDays`). */
export const retentionDays = { texts: 30, tombstones: 180 };

/** Forgets what is older than the retention. */
export const pruneNetwork = (network: Network): Promise<void> => {
  const now = network.now();
  return network.store.transaction((rows) =>
    rows.prune({
      texts: now - retentionDays.texts * dayMs,
      tombstones: now - retentionDays.tombstones * dayMs,
    }),
  );
};

/** Puts a Network together on a store that is open: its training accounts are there afterwards. */
export const startNetwork = async (
  stores: { readonly store: ServerStore; readonly blobs: BlobShelf; readonly epoch: string },
  content: Pick<Network, 'templates' | 'vocabulary' | 'meetings'>,
  ports: { readonly now: () => number; readonly newToken: () => string },
): Promise<Network> => {
  const news = new News();
  const store = tellingStore(stores.store, news);
  await prepareTrainingAccounts(store, ports.newToken);
  return { ...stores, store, ...content, now: ports.now, news };
};
