import { assertNever } from '#shared/assert.ts';
import { type Block, markerLine } from '../block.ts';
import { lineDirection } from '../script-runs.ts';
import type { Text } from '../text.ts';
import { budgetTables } from '../wide-budget.ts';
import { budgetXml, resultsXml, tableXml } from './answer-tables.ts';
import type { Page } from './page.ts';
import { type ParagraphStyle, paragraph } from './paragraph.ts';

/** What a person wrote runs as each paragraph does by itself; what the form says runs with the page. */
const written = (lines: readonly Text[], { direction, writtenLanguage }: Page): string =>
  lines
    .map((text) => {
      const way = text.language === writtenLanguage ? lineDirection(text, direction) : direction;
      return paragraph('AnswerText', text, way);
    })
    .join('');

/** A block in the styles of the house template. */
export const blockXml = (block: Block, page: Page): string => {
  const { direction } = page;
  const each = (style: ParagraphStyle, texts: readonly Text[]): string =>
    texts.map((text) => paragraph(style, text, direction)).join('');
  switch (block.block) {
    case 'paragraphs':
      return block.isLong ? written(block.lines, page) : each('AnswerText', block.lines);
    case 'list':
      return each('AnswerItem', block.items);
    case 'files':
      return each('AnswerItem', block.names);
    case 'table':
      return tableXml(block, page);
    case 'budget':
      return budgetTables(block)
        .map((part) => budgetXml(part, page))
        .join('');
    case 'results':
      return resultsXml(block, page);
    case 'marker': {
      const score = block.score === null ? [] : [markerLine(block.score, block.meaning)];
      const why = block.reason.length === 0 ? '' : paragraph('AnswerLabel', block.reasonLabel, direction);
      return each('AnswerText', score) + why + written(block.reason, page);
    }
    case 'items':
      return block.items
        .map(
          ({ name, parts }) =>
            paragraph('ItemName', name, direction) +
            parts
              .map(
                (part) =>
                  paragraph('AnswerLabel', part.label, direction) +
                  part.blocks.map((inner) => blockXml(inner, page)).join(''),
              )
              .join(''),
        )
        .join('');
    default:
      return assertNever(block);
  }
};
