import type { DocumentModel, ModelField, ModelSection } from './document-model.ts';
import { documentWords } from './document-words.ts';
import { HtmlWriter } from './html-blocks.ts';
import { type Paper, printStyles } from './print-styles.ts';
import type { Signatory } from './signatories.ts';
import type { Text } from './text.ts';
import { isWide } from './wide-budget.ts';
import { escaped } from './xml.ts';

/** A page to be printed: what stands in `<body>`, and how it looks. */
export type PrintPage = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly styles: string;
  readonly body: string;
};

const fieldHtml = (write: HtmlWriter, { id, number, label, blocks }: ModelField): string => {
  const answer =
    blocks.length === 0 ? '<p class="none">—</p>' : blocks.map((block) => write.block(block)).join('');
  const heading = `<h3><span class="number">${number}</span> ${write.inline(label)}</h3>`;
  return `<div class="field${isWide(blocks) ? ' wide' : ''}" id="f_${id}">${heading}<div class="answer">${answer}</div></div>`;
};

const sectionHtml = (write: HtmlWriter, { id, title, fields }: ModelSection): string =>
  `<section id="s_${id}">${write.element('h2', title)}${fields.map((field) => fieldHtml(write, field)).join('')}</section>`;

const signaturesHtml = (write: HtmlWriter, { language, signatories }: DocumentModel): string => {
  if (signatories.length === 0) return '';
  const words = documentWords(language);
  const one = ({ capacity, name }: Signatory): string => {
    const rows = [
      `<dt>${write.inline(words.name)}</dt><dd>${name === null ? '' : write.inline(name)}</dd>`,
      `<dt class="sign">${write.inline(words.signature)}</dt><dd class="sign"></dd>`,
      `<dt>${write.inline(words.day)}</dt><dd></dd>`,
    ];
    return `<div class="signature">${write.element('h3', capacity)}<dl>${rows.join('')}</dl></div>`;
  };
  return `<section>${write.element('h2', words.endorsement)}${signatories.map(one).join('')}</section>`;
};

/** A title of more lines than a cover has room for in its largest type. */
const isLong = ({ text }: Text): boolean => text.length > 140;

/** What stands in the `<body>` of a document in print: semantic, without scripts and without inline styles. */
const bodyHtml = (model: DocumentModel): string => {
  const write = new HtmlWriter(model.language, model.writtenLanguage);
  const training = model.training === null ? '' : write.element('p', model.training, ' class="training"');
  const standing = `<p class="standing">${write.inline(model.standing)} · ${write.inline(model.date)}</p>`;
  const cover = `${training}${write.element('p', model.kindName, ' class="kind"')}${write.element('h1', model.title, isLong(model.title) ? ' class="long"' : '')}${standing}`;
  const notes = model.notes.map((note) => write.element('p', note, ' class="note"'));
  return [
    `<main><header class="cover">${cover}</header>`,
    ...model.sections.map((section) => sectionHtml(write, section)),
    signaturesHtml(write, model),
    ...notes,
    '</main>',
  ].join('');
};

/** A document as a page to be printed. `fontFaces`: `@font-face` rules of fonts that the page can reach. */
export const printPage = (model: DocumentModel, paper: Paper, fontFaces = ''): PrintPage => ({
  language: model.language,
  direction: model.direction,
  title: model.title.text,
  styles: printStyles(model, paper, fontFaces),
  body: bodyHtml(model),
});

/** A page as one file of HTML that needs no other. */
export const htmlFile = ({ language, direction, title, styles, body }: PrintPage): string =>
  [
    `<!DOCTYPE html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${styles}</style></head><body>${body}</body></html>\n`,
  ].join('');
