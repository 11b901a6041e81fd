import { TemplateHandler } from 'easy-template-x';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { DocumentModel } from '../document-model.ts';
import { documentWords } from '../document-words.ts';
import { zipped } from '../plain-zip.ts';
import { escaped } from '../xml.ts';
import { bodyXml, bookmarkName } from './body-xml.ts';
import { pageLayout } from './page-layout.ts';
import { watermark } from './watermark.ts';

/** A line of the running foot; the whole title stands on the cover. */
const longestFootTitle = 90;

const shortened = (text: string): string =>
  text.length <= longestFootTitle ? text : `${text.slice(0, longestFootTitle).toWellFormed().trimEnd()}…`;

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

/**
 * A document in Word, through a house template: tags of the template (cover, head, foot) are filled wherever a
 * secretariat left them, and `{body}` is replaced by the sections in the styles of the template. Rejects where the
 * template cannot be read or has no `{body}`.
 */
export const wordFile = async (
  model: DocumentModel,
  template: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> => {
  const layout = pageLayout(strFromU8(unzipSync(template)['word/document.xml'] ?? new Uint8Array()));
  const words = documentWords(model.language);
  const filled = await new TemplateHandler().process(Uint8Array.from(template).buffer, {
    kindName: model.kindName.text,
    title: model.title.text,
    shortTitle: shortened(model.title.text),
    standing: model.standing.text,
    date: model.date.text,
    training: model.training?.text ?? '',
    watermark: model.training === null ? '' : { _type: 'rawXml', xml: watermark(model.training.text) },
    pageWord: words.page.text,
    ofPages: words.ofPages.text,
    afterPages: words.afterPages.text.trim(),
    body: { _type: 'rawXml', xml: bodyXml(model, layout), replaceParagraph: true },
  });
  const parts = unzipSync(new Uint8Array(filled));
  // A template that lost its place for the body would give a file without the document.
  const [first] = model.sections;
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  if (first !== undefined && !xml.includes(`w:name="${bookmarkName('s', first.id)}"`))
    throw new Error('the house template has no {body} in a paragraph of its own');
  parts['docProps/core.xml'] = strToU8(coreProperties(model));
  return zipped(parts);
};
