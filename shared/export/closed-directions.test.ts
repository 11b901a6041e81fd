import { describe, expect, it } from 'vitest';
import { modelOf } from '#tests/support/samples.ts';
import { blockText } from './block-text.ts';
import { closedDirections } from './closed-directions.ts';
import { shortened } from './text.ts';

const [rle, pdf, rlo, rli, fsi, pdi] = ['\u202b', '\u202c', '\u202e', '\u2067', '\u2068', '\u2069'];

describe('closedDirections', () => {
  it.each([
    ['nothing to do', 'nothing to do'],
    [`a ${rlo}b${pdf} c`, `a ${rlo}b${pdf} c`],
    [`a ${rlo}b c`, 'a b c'],
    [`a${pdf} b${pdi}`, 'a b'],
    [`${rli}a ${rle}b${pdi} c`, `${rli}a b${pdi} c`],
    [`${rle}a ${fsi}b${pdf} c`, 'a b c'],
    [`${rle}a ${fsi}b${pdi}${pdf} c`, `${rle}a ${fsi}b${pdi}${pdf} c`],
  ])('of %j leaves %j', (line, expected) => {
    expect(closedDirections(line)).toBe(expected);
  });
});

it('a copy has no direction that reaches out of its line, and the beginning of a title has none', () => {
  const model = modelOf('pledge@2', {
    title: `A ${rlo}title`,
    description: `One ${rlo}line\nAnother${pdf} line`,
  });
  const texts = model.sections.flatMap(({ fields }) => fields.flatMap(({ blocks }) => blocks.map(blockText)));
  expect(texts).toEqual(['A title', 'One line\nAnother line']);
  expect(model.title.text).toBe('A title');
  expect(shortened(`A long ${rli}title of many${pdi} words`, 14)).toBe('A long title…');
});
