import { readFile } from 'node:fs/promises';
import type { DocumentModel } from '#shared/export/document-model.ts';
import { type HouseTemplate, readHouseTemplate } from '#shared/export/word/house-template.ts';
import { wordFile } from '#shared/export/word/word-file.ts';

/** The house template of a kind, as it lies in `resources/`. */
export const houseTemplateFile = (
  kind: DocumentModel['kind'],
  direction: DocumentModel['direction'],
): Promise<Uint8Array> =>
  readFile(new URL(`../../resources/word-templates/${kind}-${direction}.docx`, import.meta.url));

const houses = new Map<string, Promise<HouseTemplate>>();

/** A document as the Word file that the app makes of it; each template is read once. */
export const inWord = async (model: DocumentModel): Promise<Uint8Array> => {
  const key = `${model.kind}-${model.direction}`;
  const house = houses.get(key) ?? houseTemplateFile(model.kind, model.direction).then(readHouseTemplate);
  houses.set(key, house);
  return wordFile(model, await house);
};
