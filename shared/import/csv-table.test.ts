import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Template } from '#shared/domain/template.ts';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { readCsvTable } from './csv-table.ts';
import { ValueReader } from './read-value.ts';

const resources = new URL('../../resources/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const vocabulary: Vocabulary = vocabularySchema.parse(readJson('vocabulary/vocabulary.json'));
const reader = new ValueReader(vocabulary);
const template = readJson('templates/pledge@2.json') as Template;

const read = (content: string | Uint8Array) =>
  readCsvTable(typeof content === 'string' ? Buffer.from(content) : content, template, reader, 'list.csv');

const titles = (content: string | Uint8Array) => {
  const table = read(content);
  return table.ok ? table.value.drafts.map(({ row, draft }) => [row, draft.fields.title]) : table.error;
};

const text = (draft: { readonly fields: object }) => Object.values(draft.fields).join('\n');

describe('a table of pledges', () => {
  test('is read in every usual encoding, with every usual delimiter and line end', () => {
    const lines = ['Título;Entidad', 'Año de niñez;Perú', 'Acción;Chile'];
    const expected = [
      [2, 'Año de niñez'],
      [3, 'Acción'],
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      for (const delimiter of [';', ',', '\t', '|']) {
        const table = lines.join(end).replaceAll(';', delimiter);
        const bytes = {
          utf8: Buffer.from(table),
          marked: Buffer.from(`\ufeff${table}`),
          wide: Buffer.from(`\ufeff${table}`, 'utf16le'),
          wideUnmarked: Buffer.from(table, 'utf16le'),
          wideBig: Buffer.from(`\ufeff${table}`, 'utf16le').swap16(),
          windows: Buffer.from(table, 'latin1'),
        };
        for (const content of Object.values(bytes)) expect(titles(content)).toEqual(expected);
      }
    }
  });

  test('takes columns in any order, in English, Spanish or by id, and says which are missing', () => {
    const table = read('objectives,What you commit to,Título del compromiso\n"1; 13",Text,Uno\n');
    if (!table.ok) throw new Error(table.error.code);
    expect(table.value.columns.map(({ field }) => field?.id)).toEqual(['objectives', 'description', 'title']);
    expect(table.value.missing.map(({ id }) => id)).toContain('entityName');
    expect(table.value.drafts[0]?.draft.fields).toEqual({
      objectives: ['1', '13'],
      description: 'Text',
      title: 'Uno',
      importedFrom: 'list.csv, 2',
    });
  });

  test('reports per row and column, passes over empty rows and repeated headers, and loses no cell', () => {
    const content = [
      'Our pledges,,,',
      'title,objectives,country,Notes',
      'One,99,Narnia,mine',
      ',,,',
      'title,objectives,country,Notes',
      'Two,2,Chile,,extra',
      'Three,3',
    ].join('\n');
    const table = read(content);
    if (!table.ok) throw new Error(table.error.code);
    const { drafts, passed } = table.value;
    expect(passed).toEqual([
      { row: 1, why: 'above-header', text: 'Our pledges' },
      { row: 5, why: 'header-again', text: 'title | objectives | country | Notes' },
    ]);
    expect(
      drafts.map(({ row, draft }) => [row, draft.warnings.map(({ place, code }) => `${place} ${code}`)]),
    ).toEqual([
      [3, ['objectives out-of-range', 'country unknown-name', 'Notes no-field']],
      [6, ['5 extra-cells']],
      [7, [' missing-cells']],
    ]);
    for (const cell of ['99', 'Narnia', 'mine'])
      expect(text(drafts[0]?.draft ?? { fields: {} })).toContain(cell);
    expect(text(drafts[1]?.draft ?? { fields: {} })).toContain('extra');
  });

  test('has its amounts in the currency that the column names, and none of a column in thousands', () => {
    const amountIn = (column: string) => {
      const table = read(`title,"${column}"\nOne,1500.25\n`);
      const draft = table.ok ? table.value.drafts[0]?.draft : undefined;
      return [draft?.fields.amount, draft?.warnings.map(({ code }) => code)];
    };
    const inEuros = [{ minor: 150_025, currency: 'EUR' }, []];
    for (const column of [
      'Amount (EUR)',
      'amount (in EUR)',
      'Monto (€)',
      'AMOUNT (EUR)',
      'Amount (EUR, net)',
    ])
      expect([column, amountIn(column)]).toEqual([column, inEuros]);
    const assumed = [{ minor: 150_025, currency: 'USD' }, ['name-understood']];
    for (const column of ['Amount', 'AMOUNT (ALL OF THEM)', 'Amount (approx.)'])
      expect([column, amountIn(column)]).toEqual([column, assumed]);
    for (const column of ['Amount (thousand EUR)', 'Monto (miles de USD)', 'Amount (USD ’000)'])
      expect([column, amountIn(column)]).toEqual([column, [undefined, ['not-understood']]]);
  });

  test('says where a file that calls itself UTF-8 has bytes that are none', () => {
    const bytes = (...letters: number[]) =>
      Buffer.concat([Buffer.from('\ufefftitle\nCaf'), Buffer.from(letters), Buffer.from('\n')]);
    const encodings = [bytes(0xc3, 0xa9), bytes(0xe9)].map((content) => {
      const table = readCsvTable(content, template, reader, 'x');
      return table.ok ? [table.value.encoding, table.value.drafts[0]?.draft.fields.title] : table.error;
    });
    expect(encodings).toEqual([
      ['utf-8', 'Café'],
      ['damaged-utf-8', 'Caf\ufffd'],
    ]);
  });

  test('a quotation mark that is never closed costs one row, not the rest of the file', () => {
    const content = 'title,description\nOne,"open\nTwo,"said ""so"", twice"\nThree,"a"b\nFour,fine\n';
    const table = read(content);
    if (!table.ok) throw new Error(table.error.code);
    const rows = table.value.drafts.map(({ row, draft }) => [
      row,
      draft.fields.title,
      draft.warnings[0]?.code,
    ]);
    expect(rows).toEqual([
      [2, 'One', 'broken-quote'],
      [3, 'Two', undefined],
      [4, 'Three', 'broken-quote'],
      [5, 'Four', undefined],
    ]);
  });

  test('without a known column, without rows or empty is refused by name', () => {
    const errors = ['', 'a,b\n1,2', 'title,description\n'].map((content) => titles(content));
    expect(errors).toEqual([
      { code: 'empty-file', params: {} },
      { code: 'no-known-column', params: { columns: 'a, b' } },
      { code: 'no-rows', params: {} },
    ]);
  });

  test('1,000 rows tell how far they have come', () => {
    const steps: number[] = [];
    const content = `title\n${Array.from({ length: 1_000 }, (_, index) => `Pledge ${index}`).join('\n')}`;
    const table = readCsvTable(Buffer.from(content), template, reader, 'x', (done) => steps.push(done));
    expect(table.ok && table.value.drafts.length).toBe(1_000);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.at(-1)).toBe(1_000);
  });

  test('mutated anywhere is read or refused, never thrown at, and every cell survives (10,000 tables)', () => {
    const base = 'title;objectives;country;description\nUno;"1; 13";Chile;"a ""b""\nc"\nDos;2;Perú;d\n';
    const mutation = fc.tuple(fc.nat(base.length), fc.nat(3), fc.string({ maxLength: 4, unit: 'binary' }));
    const quotes = fc.constantFrom('"', '""', '\n"', ';', '\r', '\t', '\u0000', '\ufeff');
    fc.assert(
      fc.property(mutation, quotes, fc.boolean(), ([at, cut, insert], quote, isLatin) => {
        const content = base.slice(0, at) + insert + quote + base.slice(at + cut);
        const table = read(Buffer.from(content, isLatin ? 'latin1' : 'utf8'));
        if (!table.ok) return;
        const all = [
          ...table.value.drafts.map(({ draft }) => text(draft)),
          ...table.value.passed.map((row) => row.text),
        ];
        const header = table.value.columns.map((column) => column.header).join(' ');
        for (const word of ['Dos', 'Uno']) {
          if (content.includes(word)) expect(`${all.join('\n')} ${header}`).toContain(word);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
