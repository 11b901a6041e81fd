import type { DocumentModel } from '#shared/export/document-model.ts';
import { type HouseTemplate, readHouseTemplate } from '#shared/export/word/house-template.ts';
import { wordFile } from '#shared/export/word/word-file.ts';
import { doTasks } from './worker-tasks.ts';

/** Makes Word files beside the window, one after the other; ended when all are made or the person cancels. */

/** `template`: with the first document of each kind and direction. */
export type WordTask = { readonly model: DocumentModel; readonly template: Uint8Array | null };

const templates = new Map<string, Promise<HouseTemplate>>();

doTasks(self, async ({ model, template }: WordTask) => {
  const key = `${model.kind}-${model.direction}`;
  if (template !== null) templates.set(key, readHouseTemplate(template));
  const house = await templates.get(key);
  if (house === undefined) throw new Error(`Assumption broken: no template for ${key}`);
  return wordFile(model, house);
});
