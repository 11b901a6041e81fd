import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { prepareTrainingAccount } from './account.ts';
import type { Database } from './database.ts';
import type { Network } from './network.ts';
import { createSchema } from './sql/schema.ts';
import { readTemplateShelf, type TemplateShelf } from './template-shelf.ts';

const resource = (path: string): string => fileURLToPath(new URL(`../resources/${path}`, import.meta.url));

export const readVocabulary = (): Vocabulary =>
  vocabularySchema.parse(JSON.parse(readFileSync(resource('vocabulary/vocabulary.json'), 'utf8')));

export const readTemplates = (): TemplateShelf => readTemplateShelf(resource('templates'));

/** Prepares a database for the training network: tables, epoch, the training account. */
export const startNetwork = async (
  database: Database,
  content: { readonly templates: TemplateShelf; readonly vocabulary: Vocabulary },
  ports: { readonly now: () => number; readonly newEpoch: string; readonly newToken: string },
): Promise<Network> => {
  const { epoch } = await createSchema(database, ports.newEpoch);
  await prepareTrainingAccount(database, ports.newToken);
  return { database, epoch, ...content, now: ports.now };
};
