import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  LevelFormat,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { DocKind } from '#shared/domain/document.ts';
import type { Direction } from '#shared/export/text.ts';
import { colours, defaultStyles, paragraphStyles, sans, twips } from './house-styles.ts';

const marginMm = 25;
const textWidth = convertMillimetersToTwip(210 - 2 * marginMm);

/**
 * The house template of a kind: styles, running head and foot, cover block, and `{body}` where the sections come. The
 * words in braces are filled in by shared/export/word; everything else may be changed in Word.
 */
export const houseTemplate = (kind: DocKind, direction: Direction): Document => {
  const bidirectional = direction === 'rtl';
  const text = (words: string): TextRun => new TextRun({ text: words, rightToLeft: bidirectional });
  const paragraph = (style: string, ...tags: readonly string[]): Paragraph =>
    new Paragraph({ style, bidirectional, children: tags.map(text) });
  const small = { font: sans, size: 16, color: colours.quiet, rightToLeft: bidirectional };
  const ends = [{ type: TabStopType.END, position: textWidth }];
  const coverRule = {
    [bidirectional ? 'right' : 'left']: { style: BorderStyle.SINGLE, size: 18, space: 10, color: colours.un },
  };
  const cover = (style: string, tag: string): Paragraph =>
    new Paragraph({ style, bidirectional, border: coverRule, children: [text(tag)] });
  return new Document({
    title: `House template of a ${kind.replaceAll('-', ' ')}`,
    creator: 'Compact Desk',
    lastModifiedBy: 'Compact Desk',
    styles: {
      default: defaultStyles,
      paragraphStyles: paragraphStyles(direction),
    },
    numbering: {
      config: [
        {
          reference: 'answers',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: twips(14), hanging: twips(14) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(marginMm),
              bottom: convertMillimetersToTwip(marginMm),
              left: convertMillimetersToTwip(marginMm),
              right: convertMillimetersToTwip(marginMm),
              header: convertMillimetersToTwip(12),
              footer: convertMillimetersToTwip(11),
            },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                bidirectional,
                tabStops: ends,
                children: [
                  new TextRun({ ...small, text: '{kindName}' }),
                  new TextRun({
                    ...small,
                    children: [new Tab(), '{training}'],
                    bold: true,
                    color: colours.err,
                  }),
                  new TextRun({ ...small, text: '{watermark}' }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                bidirectional,
                tabStops: ends,
                border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: colours.hairline } },
                children: [
                  new TextRun({ ...small, children: ['{standing} · {date}', new Tab(), '{pageWord} '] }),
                  new TextRun({ ...small, children: [PageNumber.CURRENT] }),
                  new TextRun({ ...small, text: ' {ofPages} ' }),
                  new TextRun({ ...small, children: [PageNumber.TOTAL_PAGES] }),
                  new TextRun({ ...small, text: ' {afterPages}' }),
                ],
              }),
              new Paragraph({
                bidirectional,
                children: [new TextRun({ ...small, text: '{shortTitle}' })],
              }),
            ],
          }),
        },
        children: [
          cover('CoverKind', '{kindName}'),
          cover('Title', '{title}'),
          cover('CoverFact', '{standing}'),
          cover('CoverFact', '{date}'),
          paragraph('Normal', '{body}'),
        ],
      },
    ],
  });
};
