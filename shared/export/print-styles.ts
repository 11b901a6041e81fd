import type { DocumentModel } from './document-model.ts';
import { documentWords } from './document-words.ts';
import { shortened } from './text.ts';

export type Paper = 'a4' | 'letter';

/** Countries that print on Letter (CLDR, measurement data). */
const letterCountries: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper that lies in the printers of a country. */
export const paperOf = (country: string): Paper => (letterCountries.has(country) ? 'letter' : 'a4');

/** A text as a string of CSS. */
const quoted = (text: string): string =>
  `"${text.replace(/[\\"<>\n\f\r]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;

/** A line of the running foot; the whole title stands at the head of the document. */
const longestFootTitle = 60;

/**
 * How a document looks in print (look.md, section 6): 25 mm margins, serif 10.5 on 15, numbers in the margin, a
 * running foot of title, standing, date and page. No colour is needed to read it. `fontFaces`: `@font-face` rules,
 * where the page carries its fonts.
 */
export const printStyles = (model: DocumentModel, paper: Paper, fontFaces = ''): string => {
  const words = documentWords(model.language);
  const [start, end] = model.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const small = 'font: 8pt/1.3 var(--sans); color: #475663;';
  const training = model.training === null ? '' : `${model.training.text} · `;
  return `${fontFaces}
@page {
  size: ${paper === 'a4' ? 'A4' : 'letter'};
  margin: 25mm;
  /* The numbers of the questions stand in the margin, which a page would cut off. */
  margin-${start}: 13mm;
  @bottom-${start} {
    ${small.replace('var(--sans)', '"Noto Sans", "Amiri", sans-serif')}
    width: 75%; text-align: ${start}; vertical-align: top; padding-top: 4mm; padding-${start}: 12mm;
    content: ${quoted(`${training}${shortened(model.title.text, longestFootTitle)} · ${model.standing.text} · ${model.date.text}`)};
  }
  @bottom-${end} {
    ${small.replace('var(--sans)', '"Noto Sans", "Amiri", sans-serif')}
    width: 25%; text-align: ${end}; vertical-align: top; padding-top: 4mm;
    content: ${quoted(`${words.page.text} `)} counter(page) ${quoted(` ${words.ofPages.text} `)} counter(pages) ${quoted(` ${words.afterPages.text}`)};
  }
}
@page wide { size: ${paper === 'a4' ? 'A4' : 'letter'} landscape; }
.wide { page: wide; }
:root {
  --sans: "Noto Sans", "Amiri", "Noto Sans Arabic", "Segoe UI", system-ui, "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif;
  --serif: "Noto Serif", "Amiri", "Noto Naskh Arabic", Georgia, "Songti SC", SimSun, "Noto Serif CJK SC", serif;
  color-scheme: light;
}
* { box-sizing: border-box; }
html { background: #fff; color: #15202a; font: 10.5pt/15pt var(--serif); }
body { margin: 0 auto; padding-inline-start: 12mm; overflow-wrap: break-word; }
@media screen { body { max-width: 194mm; padding-block: 10mm 20mm; padding-inline: 16mm 8mm; } }
h1, h2, h3, h4, th, .number, .kind, .standing, .training, dt, .amount, .note { font-family: var(--sans); }
h1, h2, h3, h4, p, ul, dl { margin: 0; }
h2, h3, h4 { font-weight: 600; }
.cover { border-inline-start: 2pt solid #15202a; padding-inline-start: 10pt; margin-block-end: 16pt; }
.kind { font-size: 11pt; color: #475663; }
h1 { font: 600 20pt/1.25 var(--serif); margin-block: 3pt 8pt; }
h1.long { font-size: 15pt; line-height: 1.3; }
[dir="rtl"] h1 { line-height: 1.5; }
.standing { font-size: 9.5pt; color: #475663; }
.training { font-weight: 600; font-size: 11pt; border: 1pt solid; display: inline-block; padding: 1pt 6pt; margin-block-end: 6pt; }
section > h2 { font-size: 14pt; line-height: 1.3; border-block-end: .5pt solid #b8c2ca; padding-block-end: 3pt; margin-block: 22pt 6pt; break-after: avoid; }
.field { margin-block-start: 13pt; }
/* Arabic reaches above its line; where a page begins with it, the page before would show the dots. */
[dir="rtl"] .field { padding-block-start: 4pt; margin-block-start: 9pt; }
.field > h3 { font-size: 10.5pt; line-height: 1.4; position: relative; margin-block-end: 3pt; break-after: avoid; }
.number { position: absolute; inset-inline-start: -12mm; width: 9mm; font-weight: 600; font-variant-numeric: tabular-nums; }
.answer > p, td > p { margin: 0; }
p.gap { margin-block-start: 7pt; }
.answer ul { padding: 0; list-style: none; }
.answer li { padding-inline-start: 12pt; margin-block-end: 2pt; position: relative; }
.answer li::before { content: "–"; position: absolute; inset-inline-start: 0; }
.none { color: #475663; }
h4 { font-size: 9pt; color: #475663; margin-block: 6pt 1pt; break-after: avoid; }
h4.item { font-size: 10pt; color: inherit; margin-block-start: 9pt; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.4; border-block: .75pt solid #7a8894; margin-block: 3pt 8pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: start; vertical-align: top; padding: 3pt 5pt; border-block-end: .5pt solid #b8c2ca; }
th { font-weight: 600; font-size: 8.5pt; }
thead th { border-block-end: 1pt solid #7a8894; vertical-align: bottom; }
tbody th { font-family: var(--serif); font-weight: 400; font-size: 9pt; }
/* At the right whichever way the page runs: units stand under units. */
.amount { text-align: right; padding-inline-start: 10pt; font-size: 8.5pt; white-space: nowrap; font-variant-numeric: tabular-nums; direction: ltr; }
.sum > * { font-weight: 600; }
.band > th { font-family: var(--serif); }
.band.top > th { font-weight: 600; background: #f3f5f6; }
.signature { break-inside: avoid; margin-block-start: 12pt; }
.signature h3 { font-size: 10pt; }
.signature dl { display: grid; grid-template-columns: 30mm 90mm; }
.signature dt, .signature dd { margin: 0; padding: 5pt 0 2pt; border-block-end: .5pt solid #7a8894; font-size: 9pt; }
.signature .sign { padding-block-start: 22pt; }
.note { font-size: 9pt; color: #475663; margin-block-start: 20pt; }
@media print { html { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`;
};
