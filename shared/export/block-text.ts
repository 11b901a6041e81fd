import { assertNever } from '#shared/assert.ts';
import type { Block, Cell, Fact } from './block.ts';
import { documentWords } from './document-words.ts';
import type { Text } from './text.ts';

const joined = (texts: readonly Text[], by: string): string => texts.map(({ text }) => text).join(by);
const cells = (row: readonly Cell[]): string =>
  row
    .map(({ lines }) => joined(lines, ' '))
    .filter((text) => text !== '')
    .join(', ');
/** What is said of something, after its name. */
const saidOf = ({ text, language }: Text, said: string): string =>
  `${text}${documentWords(language).colon.text}${said}`;
const fact = ({ label, value }: Fact): string => saidOf(label, joined(value, ' '));

/** A piece of an answer as plain text, for a cell of a table or a letter; of a budget only what is added up. */
export const blockText = (block: Block): string => {
  switch (block.block) {
    case 'paragraphs':
      return joined(block.lines, '\n');
    case 'list':
      return joined(block.items, '; ');
    case 'table':
      return block.rows.map(cells).join('\n');
    case 'budget':
      return block.rows
        .filter(({ role }) => role === 'total')
        .map((row) => `${block.corner.text}, ${row.label.text}: ${row.cells.at(-1) ?? ''}`)
        .join('\n');
    case 'results':
      return block.results
        .map(({ name, statement, facts, indicators }) =>
          [
            saidOf(name, joined(statement, ' ')),
            ...facts.map(fact),
            ...indicators.map((row) => `– ${cells(row)}`),
          ].join('\n'),
        )
        .join('\n');
    case 'items':
      return block.items
        .map(({ name, parts }) =>
          [
            name.text,
            ...parts.map(({ label, blocks }) => saidOf(label, blocks.map(blockText).join(' '))),
          ].join('\n'),
        )
        .join('\n');
    case 'marker':
      return [
        block.score === null ? '' : String(block.score),
        block.meaning?.text ?? '',
        joined(block.reason, '\n'),
      ]
        .filter((text) => text !== '')
        .join('. ');
    case 'files':
      return joined(block.names, '; ');
    default:
      return assertNever(block);
  }
};
