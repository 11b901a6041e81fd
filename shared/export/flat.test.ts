import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { countCharacters } from '#shared/domain/measure.ts';
import type { Language } from '#shared/domain/template.ts';
import { modelOf, sampleDocument, sampleNames, templateFor } from '#tests/support/samples.ts';
import { blockText } from './block-text.ts';
import { asWritten, delimiterOf, registerCsv } from './csv.ts';
import { stageWords } from './stage-words.ts';
import { webformPayload } from './webform.ts';

const entry = (ref: string, fields: FieldMap, withContacts = false) => ({
  id: 'x',
  stage: 'in-review' as const,
  round: 1,
  savedAt: '2026-11-26T10:00:00.000Z',
  receiptNo: '',
  template: templateFor(ref),
  model: modelOf(ref, fields, { withContacts }),
});
const rowsOf = (csv: string, delimiter = ',') =>
  Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true, delimiter }).data;

describe('registerCsv', () => {
  it('has a row for each document under columns that answers do not change', () => {
    const pledges = sampleNames
      .filter((name) => name.startsWith('pledge-'))
      .map((name) => sampleDocument(name))
      .filter(({ template }) => template === 'pledge@2')
      .map(({ template, fields }) => entry(template, fields));
    const csv = registerCsv(pledges, { names: 'codes', withContacts: false });
    expect(csv.startsWith('\ufeffid,kind,form,stage,round,savedAt,receipt,entityName,')).toBe(true);
    const rows = rowsOf(csv);
    expect(rows.map((row) => row.length)).toEqual(Array(pledges.length + 1).fill(rows[0]?.length));
    expect(rows[0]).toEqual(
      rowsOf(registerCsv([entry('pledge@2', {})], { names: 'codes', withContacts: false }))[0],
    );
    expect(csv).not.toMatch(/contactName|contactEmail/);
  });

  it.each<[Language, string, string]>([
    ['en', 'Saved on this laptop', 'Theory of change'],
    ['es', 'Guardado en este equipo', 'Teoría del cambio'],
    ['fr', 'Enregistré sur cet ordinateur', 'Théorie du changement'],
    ['ar', 'حُفظ على هذا الحاسوب', 'نظرية التغيير'],
    ['zh', '在本机保存的时间', '变革理论'],
    ['ru', 'Сохранено на этом компьютере', 'Теория изменений'],
  ])('gives every column a name of its own in %s', (names, fact, question) => {
    const csv = registerCsv([entry('pledge@2', {}), entry('practice@2', {}), entry('concept-note@2', {})], {
      names,
      withContacts: true,
    });
    const [heads = []] = rowsOf(csv);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads).toEqual(expect.arrayContaining([fact, question]));
  });

  it('says the stage in the words of the Desk, in the language of the register', () => {
    const stageIn = (names: 'en' | 'es' | 'ar' | 'codes') => {
      const [, row = []] = rowsOf(registerCsv([entry('pledge@2', {})], { names, withContacts: false }));
      return row[3];
    };
    expect([stageIn('en'), stageIn('es'), stageIn('ar'), stageIn('codes')]).toEqual([
      'In review',
      'En examen',
      'قيد المراجعة',
      'in-review',
    ]);
    for (const language of ['en', 'es'] as const) {
      const messages = JSON.parse(
        readFileSync(new URL(`../messages/${language}/common.json`, import.meta.url), 'utf8'),
      );
      for (const [stage, words] of Object.entries(stageWords))
        expect(words[language]).toBe(messages[`stage.${stage}`]);
    }
  });

  it('keeps every text whatever stands between the cells, and lets none run as a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', "'", '=', ' ', 'a', '\u2028') }),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@x',
        ' =x',
        '＝1',
        "'=1",
        'a"b,c\r\nd',
        '\t=1',
        '\ufeffx',
        'sep=;',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: text, description: text, entityName: text }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom(',' as const, ';' as const),
        (documents, delimiter) => {
          const entries = documents.map((fields) => entry('pledge@2', fields));
          const csv = registerCsv(entries, { names: 'codes', withContacts: false, delimiter });
          const [heads = [], ...rows] = rowsOf(csv, delimiter);
          expect(rows.map((row) => row.length)).toEqual(entries.map(() => heads.length));
          for (const [index, { model }] of entries.entries()) {
            const row = rows[index] ?? [];
            for (const field of model.sections.flatMap(({ fields }) => fields)) {
              const cell = row[heads.indexOf(field.id)] ?? '';
              expect(asWritten(cell)).toBe(field.blocks.map(blockText).join('\n'));
            }
            expect(row.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell))).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has between its cells what the spreadsheets of the place expect', () => {
    expect(['en', 'es-MX', 'es-PE', 'es-BO', 'fr-SN', 'zh'].map(delimiterOf)).toEqual([
      ',',
      ',',
      ',',
      ';',
      ';',
      ',',
    ]);
  });
});

const payloadOf = (fields: FieldMap, withContacts = false) =>
  webformPayload(
    templateFor('pledge@2'),
    modelOf('pledge@2', fields, { withContacts }),
    fields,
    withContacts,
  );

describe('webformPayload', () => {
  it('folds what the form lacks into the description, and is flat', () => {
    const { fields } = sampleDocument('pledge-civil-registration-en');
    const { payload, leftOut } = payloadOf(fields);
    expect(payload).toMatchObject({
      webform_id: 'pledges_submission_form',
      serial: null,
      uuid: null,
      changed: null,
      title: fields.title,
    });
    expect(payload.description).toContain(fields.description);
    expect(payload.description).toContain(`Measure and target: ${String(fields.measure)}`);
    expect(
      Object.values(payload).filter(
        (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      ),
    ).toEqual([]);
    expect(JSON.stringify(payload)).not.toContain(String(fields.contactEmail));
    expect(leftOut.filter(({ reason }) => reason === 'contacts').map(({ field }) => field)).toContain(
      'contactEmail',
    );
  });

  it('drops nothing without saying so, whatever the length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3200 }), fc.integer({ min: 0, max: 250 }), (long, helper) => {
        const fields: FieldMap = {
          description: '𠮷'.repeat(long),
          measure: 'm'.repeat(helper),
          partners: 'One partner',
        };
        const { payload, leftOut } = payloadOf(fields);
        const description = String(payload.description);
        expect(countCharacters(description)).toBeLessThanOrEqual(3000);
        const said = leftOut.map(({ text }) => text).join('');
        const all = description + said;
        expect(all.split('𠮷').length - 1).toBe(long);
        expect(all.includes('m'.repeat(helper))).toBe(true);
        expect(all).toContain('One partner');
      }),
      { numRuns: 300 },
    );
  });

  it.each([false, true])(
    'sends no answer to a question that another answer has closed: %s',
    (withContacts) => {
      const fields: FieldMap = {
        title: 'Birth certificates',
        pledgeType: 'individual',
        matchedPledgeTitle: 'Another pledge',
        matchedPledgeId: 'P-17',
        natures: ['policy'],
        amount: { minor: 500_00, currency: 'USD' },
        'participants/0000000000': true,
        'participants/0000000000/pos': 'a0',
        'participants/0000000000/name': 'City of Lima',
        'participants/0000000000/email': 'ana@example.org',
      };
      const { payload, leftOut } = payloadOf(fields, withContacts);
      expect(payload).toEqual({
        webform_id: 'pledges_submission_form',
        serial: null,
        uuid: null,
        changed: null,
        title: 'Birth certificates',
        type: 'individual',
        nature: ['policy'],
        description: '',
      });
      const email = 'participants/0000000000/email';
      expect(leftOut).toEqual([
        ...(withContacts ? [] : [{ reason: 'contacts', field: email, text: '' }]),
        { reason: 'not-asked', field: 'matchedPledgeTitle', text: 'Another pledge' },
        { reason: 'not-asked', field: 'matchedPledgeId', text: 'P-17' },
        { reason: 'not-asked', field: 'amount', text: '{"minor":50000,"currency":"USD"}' },
        { reason: 'not-asked', field: 'participants/0000000000/name', text: 'City of Lima' },
        ...(withContacts ? [{ reason: 'not-asked', field: email, text: 'ana@example.org' }] : []),
      ]);
    },
  );
});
