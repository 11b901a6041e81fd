import { describe, expect, test } from 'vitest';
import { type LeafField, languages } from '#shared/domain/template.ts';
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

describe('a text with two dates', () => {
  test('is kept, and said to have two: none of them is chosen', () => {
    const spans = [
      '2027-06-05 - 2028-01-01',
      '2027-06-05/2028-01-01',
      '5 June 2027 to 1 January 2028',
      '25/06/2027 – 31/12/2027',
      '5 de junio de 2027 hasta 1 de enero de 2028',
      '2027年6月5日至2028年1月1日',
      'June 2027 – May 2028',
    ];
    for (const kind of ['date', 'month'] as const)
      expect(reads(kind, spans)).toEqual(
        Object.fromEntries(spans.map((text) => [text, [undefined, `two-dates: ${text}`]])),
      );
  });

  test('is not one with its time of day, or with other words', () => {
    expect(
      reads('date', [
        '2027-06-05T10:30:00Z',
        '2027-06-05 10:30:00.000+02:00',
        '2027-06-05 and later',
        '2027-06-05 - soon',
      ]),
    ).toEqual({
      '2027-06-05T10:30:00Z': ['2027-06-05', 'name-understood: 2027-06-05T10:30:00Z: 2027-06-05'],
      '2027-06-05 10:30:00.000+02:00': [
        '2027-06-05',
        'name-understood: 2027-06-05 10:30:00.000+02:00: 2027-06-05',
      ],
      '2027-06-05 and later': [undefined, 'not-understood: 2027-06-05 and later'],
      '2027-06-05 - soon': [undefined, 'not-understood: 2027-06-05 - soon'],
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

describe('a list of names', () => {
  const listed = (kind: LeafField['kind'], texts: readonly string[]) =>
    Object.fromEntries(Object.entries(reads(kind, texts)).map(([text, [value]]) => [text, value]));

  test('has all of them, however they are parted', () => {
    const two = [
      'Chile, Peru',
      'Chile and Peru',
      'Chile y Perú',
      'Chile / Peru',
      'Chile & Peru',
      'Chile – Peru',
    ];
    expect(listed('countries', two)).toEqual(Object.fromEntries(two.map((text) => [text, ['CL', 'PE']])));
    expect(
      listed('countries', [
        'Mexico, Guatemala, Honduras and El Salvador',
        'Peru, Bolivia, Ecuador',
        '智利、秘鲁',
      ]),
    ).toEqual({
      'Mexico, Guatemala, Honduras and El Salvador': ['GT', 'HN', 'MX', 'SV'],
      'Peru, Bolivia, Ecuador': ['BO', 'EC', 'PE'],
      '智利、秘鲁': ['CL', 'PE'],
    });
    expect(
      listed('objectives', ['2 (Drivers), 13 (Detention)', 'Objectives 1, 2', 'Objectives: 1 and 2']),
    ).toEqual({
      '2 (Drivers), 13 (Detention)': ['13', '2'],
      'Objectives 1, 2': ['1', '2'],
      'Objectives: 1 and 2': ['1', '2'],
    });
    expect(listed('sdgTargets', ['10.7 – 8.8'])).toEqual({ '10.7 – 8.8': ['10.7', '8.8'] });
  });

  test('leaves names whole that themselves have a comma or an "and", as they are or as an index turns them round', () => {
    expect(
      listed('countries', [
        'Chile, Bosnia and Herzegovina',
        'Chile, Korea, Republic of, Peru',
        'Trinidad & Tobago and Bolivia (Plurinational State of)',
        'China, Hong Kong Special Administrative Region, Peru',
        'Sudan, South Sudan',
      ]),
    ).toEqual({
      'Chile, Bosnia and Herzegovina': ['BA', 'CL'],
      'Chile, Korea, Republic of, Peru': ['CL', 'KR', 'PE'],
      'Trinidad & Tobago and Bolivia (Plurinational State of)': ['BO', 'TT'],
      'China, Hong Kong Special Administrative Region, Peru': ['HK', 'PE'],
      'Sudan, South Sudan': ['SD', 'SS'],
    });
  });

  test('says what is in no list, what may be a range, and words that only explain an entry', () => {
    expect(reads('countries', ['Chile, Narnia'])).toEqual({
      'Chile, Narnia': [['CL'], 'unknown-name: Narnia'],
    });
    expect(reads('objectives', ['1 – 5', '4: Documents, data', '☐ 13, 2'])).toEqual({
      '1 – 5': [undefined, 'unknown-name: 1 – 5'],
      '4: Documents, data': [
        ['4'],
        'name-understood: 4: Documents, data: Ensure that all migrants have proof of legal identity and adequate documentation',
      ],
      '☐ 13, 2': [['2'], 'unknown-name: ☐ 13'],
    });
    expect(reads('country', ['Chile, Peru'])).toEqual({
      'Chile, Peru': [undefined, 'not-understood: Chile, Peru'],
    });
  });

  test('is the same for every official name beside another, in every language and with every sign', () => {
    const lists = {
      countries: 'countries',
      regions: 'regions',
      objectives: 'objectives',
      sdgTargets: 'sdgTargets',
    } as const;
    const wrong: unknown[] = [];
    for (const [kind, list] of Object.entries(lists)) {
      const terms = carriedVocabulary[list];
      const reader = new ValueReader(carriedVocabulary);
      const field = { id: 'x', kind, label: {} } as unknown as LeafField;
      terms.forEach((term, at) => {
        const other = terms[(at + 7) % terms.length] ?? term;
        for (const language of languages) {
          const [one, two] = [term.name[language], other.name[language]];
          if (one === undefined || two === undefined) continue;
          const text = `${one}${[', ', ' and ', ' – ', ' / '][at % 4]}${two}`;
          const { value } = reader.read(field, text);
          if (JSON.stringify(value) !== JSON.stringify([term.code, other.code].sort()))
            wrong.push([text, value]);
        }
      });
    }
    expect(wrong).toEqual([]);
  });
});
