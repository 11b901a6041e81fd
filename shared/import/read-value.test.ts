import { describe, expect, test } from 'vitest';
import type { LeafField } from '#shared/domain/template.ts';
import { carriedVocabulary } from '#tests/support/samples.ts';
import type { AmountCustom } from './read-amount.ts';
import { type ReadingProblem, ValueReader } from './read-value.ts';

const said = ({ code, params: { value, as } }: ReadingProblem): string =>
  [code, value, as].filter((one) => one !== undefined).join(': ');

/** What texts read as in a field of a kind: the value, and what is remarked. */
const reads = (kind: LeafField['kind'], texts: readonly string[], custom: AmountCustom = {}) => {
  const reader = new ValueReader(carriedVocabulary, custom);
  const field = { id: 'x', kind, label: {} } as unknown as LeafField;
  return Object.fromEntries(
    texts.map((text) => {
      const { value, problems } = reader.read(field, text);
      return [text, [value, ...problems.map(said)]];
    }),
  );
};

describe('a date in words', () => {
  test('with a second year, or a number that is no day, is no date and is kept', () => {
    const twice = ['5 June 2027-2028', '5 June 2027 123', 'June 5, 2027/2028'];
    expect(reads('date', twice)).toEqual(
      Object.fromEntries(twice.map((text) => [text, [undefined, `not-understood: ${text}`]])),
    );
    expect(reads('month', ['June 2027 - 2028', 'June 2027'])).toEqual({
      'June 2027 - 2028': [undefined, 'not-understood: June 2027 - 2028'],
      'June 2027': ['2027-06'],
    });
  });
});

describe('yes or no', () => {
  test('by a sign: a tick is yes, an empty box is no, any other sign is kept', () => {
    expect(
      reads('yesNo', [
        '✓',
        '✔️',
        '☑',
        '☒',
        '☐',
        '+',
        '?',
        '-',
        '✗',
        '☒ Yes',
        '☑ No',
        '☐ Yes',
        '☐ No',
        '☒ Yes ☐ No',
      ]),
    ).toEqual({
      '✓': [true],
      '✔️': [true],
      '☑': [true],
      '☒': [true, 'name-understood: ☒: ✓'],
      '☐': [false],
      '+': [undefined, 'not-understood: +'],
      '?': [undefined, 'not-understood: ?'],
      '-': [undefined, 'not-understood: -'],
      '✗': [undefined, 'not-understood: ✗'],
      '☒ Yes': [true],
      '☑ No': [false],
      '☐ Yes': [undefined, 'not-understood: ☐ Yes'],
      '☐ No': [undefined, 'not-understood: ☐ No'],
      '☒ Yes ☐ No': [undefined, 'not-understood: ☒ Yes ☐ No'],
    });
  });
});

describe('a whole number', () => {
  test('has thousands only in threes; where the sign could part decimals, the text is kept beside it', () => {
    expect(
      reads('integer', [
        '1500',
        '1 500',
        "12'345'678",
        '1.234.567',
        '1.500',
        '12,345',
        '12345.678',
        '1.23',
        '1,234.567',
      ]),
    ).toEqual({
      '1500': [1500],
      '1 500': [1500],
      "12'345'678": [12_345_678],
      '1.234.567': [1_234_567],
      '1.500': [1500, 'name-understood: 1.500: 1500'],
      '12,345': [12_345, 'name-understood: 12,345: 12345'],
      '12345.678': [undefined, 'not-understood: 12345.678'],
      '1.23': [undefined, 'not-understood: 1.23'],
      '1,234.567': [undefined, 'not-understood: 1,234.567'],
    });
  });

  test('is clear where the file says how it writes numbers', () => {
    expect(reads('integer', ['1.500', '1,500'], { decimal: ',' })).toEqual({
      '1.500': [1500],
      '1,500': [undefined, 'not-understood: 1,500'],
    });
    expect(reads('integer', ['12.345'], { language: 'es' })).toEqual({ '12.345': [12_345] });
    expect(reads('integer', ['12,345'], { language: 'en' })).toEqual({ '12,345': [12_345] });
  });
});
