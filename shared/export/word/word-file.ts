import { strToU8 } from 'fflate';
import type { DocumentModel } from '../document-model.ts';
import { documentWords } from '../document-words.ts';
import { zipped } from '../plain-zip.ts';
import { shortened } from '../text.ts';
import { escaped } from '../xml.ts';
import { bodyXml } from './body-xml.ts';
import type { HouseTemplate } from './house-template.ts';
import { watermark } from './watermark.ts';

/** A line of the running foot; the whole title stands on the cover. */
const longestFootTitle = 90;

/** Title, author and language of the file; what the document is, for whoever reads it back (`desk-template`). */
const coreProperties = (model: DocumentModel): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ',
    'xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped(model.title.text)}</dc:title>`,
    `<dc:subject>${escaped(model.kindName.text)}</dc:subject>`,
    '<dc:creator>Compact Desk</dc:creator>',
    `<cp:keywords>${escaped(model.template)}</cp:keywords>`,
    `<dc:language>${model.writtenLanguage}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');

/** A document in Word: the tags of the house template filled, the sections in its styles where `{body}` stood. */
export const wordFile = (model: DocumentModel, template: HouseTemplate): Uint8Array<ArrayBuffer> => {
  const words = documentWords(model.language);
  const parts = template.filled({
    kindName: model.kindName.text,
    title: model.title.text,
    shortTitle: shortened(model.title.text, longestFootTitle),
    standing: model.standing.text,
    date: model.date.text,
    training: model.training?.text ?? '',
    watermark: model.training === null ? '' : watermark(model.training.text),
    pageWord: words.page.text,
    ofPages: words.ofPages.text,
    afterPages: words.afterPages.text,
    body: bodyXml(model, template.layout),
  });
  return zipped({ ...parts, 'docProps/core.xml': strToU8(coreProperties(model)) });
};
