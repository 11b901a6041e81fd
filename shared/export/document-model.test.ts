import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import {
  isGroup,
  type Language,
  languages,
  type TemplateField,
  templateFields,
} from '#shared/domain/template.ts';
import { TermFinder } from '#shared/import/term-match.ts';
import {
  carriedVocabulary,
  modelOf,
  plainCopy,
  sampleDocument,
  sampleModel,
  sampleNames,
  templateFor,
} from '#tests/support/samples.ts';
import { blockText } from './block-text.ts';
import { documentLanguage } from './document-language.ts';
import { type DocumentModel, documentModel, type ModelField } from './document-model.ts';
import { documentWords } from './document-words.ts';
import { termText } from './value-texts.ts';

const fieldOf = (model: DocumentModel, id: string): ModelField => {
  const field = model.sections.flatMap(({ fields }) => fields).find((one) => one.id === id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
};
const lake = 'concept-note-cuenca-lago-es';
const es = (text: string) => ({ text, language: 'es' });

const receipt = receiptSchema.parse({
  receiptNo: 'N-2026-00417',
  doc: '01930000-0000-7000-8000-000000000001',
  rev: 1,
  round: 1,
  contentHash: 'a'.repeat(64),
  receivedAt: '2026-11-20T16:20:00Z',
});

/** Every string of a model, wherever it stands. */
const strings = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : [];
};

describe('documentModel', () => {
  it('shows the lines of a budget that has no amounts yet, and names no currency where none is chosen', () => {
    const line = 'budget/0000000000';
    const values = {
      'organizations/0000000001': true,
      [line]: true,
      [`${line}/pos`]: 'a0',
      [`${line}/category`]: '1',
    } as const;
    const budgetOf = (fields: FieldMap) =>
      fieldOf(modelOf('concept-note@2', fields), 'budget').blocks.flatMap((block) =>
        block.block === 'budget' ? [[block.corner.text, ...block.rows.map(({ label }) => label.text)]] : [],
      );
    const [[corner, , described] = []] = budgetOf({ ...values, [`${line}/description`]: 'A driver' });
    expect([corner, described]).toEqual(['Category', 'A driver']);
    expect(budgetOf(values)).toEqual([]);
  });

  it('adds the budget up by category and organization, in the writing of the language', () => {
    const [budget] = fieldOf(sampleModel(lake), 'budget').blocks;
    if (budget?.block !== 'budget') throw new Error('no budget');
    expect(budget.corner).toEqual(es('Categoría (USD)'));
    expect(budget.columns.map(({ text }) => text)).toEqual(['OIM', 'OIT', 'UNICEF', 'Total general']);
    expect(budget.rows.map(({ role, cells }) => [role, ...cells])).toEqual([
      ['line', '284.000,00', '241.500,00', '212.300,00', '737.800,00'],
      ['line', '21.500,00', '18.400,00', '49.900,00', '89.800,00'],
      ['line', '33.200,00', '11.750,00', '14.080,00', '59.030,00'],
      ['line', '98.600,00', '124.400,00', '77.250,00', '300.250,00'],
      ['line', '43.150,33', '38.200,67', '29.401,01', '110.752,01'],
      ['line', '226.000,00', '95.000,00', '183.500,00', '504.500,00'],
      ['line', '31.800,00', '27.650,00', '22.100,00', '81.550,00'],
      ['direct', '738.250,33', '556.900,67', '588.531,01', '1.883.682,01'],
      ['indirect', '51.677,52', '38.983,05', '41.197,17', '131.857,74'],
      ['rate', '7\u00a0%', '7\u00a0%', '7\u00a0%', '7\u00a0%'],
      ['total', '789.927,85', '595.883,72', '629.728,18', '2.015.539,75'],
      ['share', '39,19\u00a0%', '29,56\u00a0%', '31,24\u00a0%', '100\u00a0%'],
    ]);
  });

  it('keeps the rows of a category together, with their subtotal', () => {
    const { template, fields } = sampleDocument(lake);
    const values = {
      ...fields,
      'budget/0000000001/description': 'Coordinadora',
      'budget/00000000ZZ': true,
      'budget/00000000ZZ/pos': 'a01',
      'budget/00000000ZZ/category': '1',
      'budget/00000000ZZ/description': 'Contable',
      'budget/00000000ZZ/amount/AW077CR1T2': 100,
    };
    const model = modelOf(template, values, { language: 'es' });
    const [budget] = fieldOf(model, 'budget').blocks;
    if (budget?.block !== 'budget') throw new Error('no budget');
    expect(budget.rows.slice(0, 4).map(({ role, label, cells }) => [role, label.text, ...cells])).toEqual([
      ['category', '1 · Gastos de personal y otros gastos conexos', '', '', '', ''],
      ['line', 'Coordinadora', '284.000,00', '241.500,00', '212.300,00', '737.800,00'],
      ['line', 'Contable', '1,00', '', '', '1,00'],
      ['subtotal', 'Subtotal', '284.001,00', '241.500,00', '212.300,00', '737.801,00'],
    ]);
  });

  it('puts outcomes, their outputs and the indicators of each into one framework', () => {
    const [results] = fieldOf(sampleModel(lake), 'outcomes').blocks;
    if (results?.block !== 'results') throw new Error('no results');
    expect(results.head.map(({ text }) => text)).toEqual([
      'Indicador',
      'Línea de base',
      'Meta',
      'Medios de verificación',
    ]);
    expect(results.results.map(({ level, name }) => [level, name.text])).toEqual([
      [1, 'Efecto 1'],
      [2, 'Producto 1.1'],
      [2, 'Producto 1.2'],
      [1, 'Efecto 2'],
      [2, 'Producto 2.1'],
    ]);
    expect(results.results[1]).toEqual({
      level: 2,
      name: es('Producto 1.1'),
      statement: [es('Nueve cooperativas usan el contrato modelo.')],
      facts: [{ label: es('Organización responsable'), value: [es('OIT')] }],
      indicators: [
        ['Contratos registrados', '0', '5.500', 'Registro de las inspecciones'].map((text) => ({
          lines: [es(text)],
          isNumber: false,
        })),
      ],
    });
  });

  it.each(sampleNames)('names no contact of %s unless asked for', (name) => {
    const { fields, template } = sampleDocument(name);
    const isPersonal = (field: TemplateField, isPerson: boolean): readonly string[] => {
      if (isGroup(field))
        return field.fields.flatMap((one) => isPersonal(one, isPerson || field.kind === 'people'));
      return field.personal === true || (isPerson && field.kind === 'shortText') ? [field.id] : [];
    };
    const personal = templateFields(templateFor(template)).flatMap((field) => {
      const ids = isPersonal(field, false);
      return Object.entries(fields).flatMap(([path, value]) =>
        path.split('/')[0] === field.id &&
        ids.includes(path.split('/').at(-1) ?? '') &&
        typeof value === 'string'
          ? [value]
          : [],
      );
    });
    const without = strings(sampleModel(name)).join('\n');
    const withThem = strings(sampleModel(name, { withContacts: true })).join('\n');
    expect(personal.filter((one) => without.includes(one))).toEqual([]);
    expect(personal.filter((one) => !withThem.includes(one))).toEqual([]);
  });

  it('says that contacts are left out where there are some', () => {
    const note = (values: FieldMap, withContacts = false) =>
      modelOf('pledge@2', values, { withContacts }).notes.map(({ text }) => text);
    expect(note({ title: 'A title', contactName: ' ' })).toEqual([]);
    expect(note({ title: 'A title', contactName: 'Ana' })).toEqual([
      'Contact persons are left out of this copy.',
    ]);
    expect(note({ title: 'A title', contactName: 'Ana' }, true)).toEqual([]);
    expect(sampleModel(lake).notes.map(({ text }) => text)).toEqual([
      'Esta copia no incluye las personas de contacto.',
    ]);
  });

  it.each(sampleNames)('says nothing of English in %s: the form and the lists have its language', (name) => {
    const model = sampleModel(name);
    expect(model.notes).not.toContainEqual(documentWords(model.language).formInEnglish);
    const inEnglish = strings(model).filter((one) => one === 'en');
    expect(inEnglish.length > 0).toBe(model.language === 'en');
  });

  it('says, in the language of the page, that the form stands in English where it does not exist in it', () => {
    const last = (language: Language) =>
      sampleModel(lake, { language, hasFewLanguages: true }).notes.at(-1)?.text;
    expect(languages.map((language) => [language, last(language)])).toEqual([
      ['ar', 'أسئلة الاستمارة واردة بالإنكليزية.'],
      ['zh', '表格的问题以英文列出。'],
      ['en', 'Contact persons are left out of this copy.'],
      ['fr', 'Les questions du formulaire sont données en anglais.'],
      ['ru', 'Вопросы формы приведены на английском языке.'],
      ['es', 'Esta copia no incluye las personas de contacto.'],
    ]);
    expect(sampleModel(lake, { language: 'ar', hasFewLanguages: true }).sections[0]?.title).toEqual({
      text: 'Cover',
      language: 'en',
    });
  });

  it('says so where a single question that is shown does not exist in the language of the page', () => {
    const { fields, template } = sampleDocument('pledge-health-access-ar');
    const form = structuredClone(templateFor(template));
    const { label } = form.sections[5]?.fields[0] ?? {};
    Reflect.deleteProperty(label ?? {}, 'ar');
    const read = (values: FieldMap) =>
      documentModel(form, values, carriedVocabulary, { ...plainCopy, language: 'ar', unanswered: 'omit' });
    expect(read(fields).notes).toContainEqual(documentWords('ar').formInEnglish);
    expect(read({ title: fields.title ?? '' }).notes).toEqual([]);
  });

  it('never translates an official title: the English one stands in, and says that it is English', () => {
    const model = sampleModel('concept-note-skills-ar', { hasFewLanguages: true });
    const [principles] = fieldOf(model, 'principles').blocks;
    const texts = principles?.block === 'list' ? principles.items : [];
    expect(new Set(texts.map(({ language }) => language))).toEqual(new Set(['en']));
  });

  it('shows what has no answer, or leaves it out; numbers stay those of the form', () => {
    const values = { title: 'A title', objectives: ['15', '5'] };
    const read = (unanswered: 'dash' | 'omit') => modelOf('pledge@2', values, { unanswered });
    const omitted = read('omit').sections.flatMap(({ fields }) => fields);
    expect(omitted.map(({ id }) => id)).toEqual(['title', 'objectives']);
    const dashed = read('dash').sections.flatMap(({ fields }) => fields);
    expect(dashed.filter(({ blocks }) => blocks.length > 0)).toEqual(omitted);
    expect(dashed.map(({ id }) => id)).not.toContain('matchedPledgeId');
    const [objectives] = omitted[1]?.blocks ?? [];
    expect(objectives?.block === 'list' && objectives.items.map(({ text }) => text.slice(0, 4))).toEqual([
      '5 · ',
      '15 ·'.slice(0, 4),
    ]);
  });

  it('says Draft, or the receipt and whether the text changed since', () => {
    expect(sampleModel(lake).standing).toEqual(es('Borrador'));
    expect(sampleModel(lake, { receipt, changedSinceReceipt: true }).standing).toEqual(
      es('Recibido por la Red, 20 de noviembre de 2026, N-2026-00417; con cambios posteriores'),
    );
    expect(sampleModel(lake, { isTraining: true }).training).toEqual(es('Práctica'));
  });

  it('lets a Resident Coordinator of each country and each organization sign a concept note', () => {
    expect(sampleModel(lake).signatories.map(({ capacity, name }) => [capacity.text, name])).toEqual([
      ['Coordinador Residente, Bolivia (Estado Plurinacional de)', null],
      ['Coordinador Residente, Perú', null],
      ['Por OIM', null],
      ['Por OIT', null],
      ['Por UNICEF', null],
    ]);
    expect(sampleModel('pledge-health-access-ar').signatories).toEqual([]);
  });

  it('has the punctuation of each language between its own words', () => {
    const coordinator = sampleModel('concept-note-skills-ar').signatories[0]?.capacity.text;
    expect(coordinator).toBe('المنسق المقيم، الأردن');
    const standing = (language: Language) =>
      sampleModel(lake, { language, receipt, changedSinceReceipt: true }).standing.text;
    expect((['en', 'fr', 'ar', 'zh', 'ru'] as const).map(standing)).toEqual([
      'Received by the Network, 20 November 2026, N-2026-00417; changed since',
      'Reçu par le Réseau, 20 novembre 2026, N-2026-00417\u00a0; modifié depuis',
      'استلمته الشبكة، 20 نوفمبر 2026، N-2026-00417؛ عُدِّل بعد ذلك',
      '网络已收到，2026年11月20日，N-2026-00417；此后有改动',
      'Получено Сетью, 20 ноября 2026 г., N-2026-00417; с тех пор изменено',
    ]);
    const results = fieldOf(sampleModel('concept-note-transhumance-fr'), 'outcomes').blocks.map(blockText);
    expect(results.join('\n')).toContain('Organisation responsable\u00a0: FAO');
  });

  it('holds the number of a target together where the line runs from right to left', () => {
    const target = (language: Language) =>
      termText(carriedVocabulary, 'sdgTargets', '14.b', language, true).text;
    expect(target('ar')).toMatch(/^\u200e14\.b · /u);
    expect(target('ru')).toMatch(/^14\.b · /u);
    expect(new TermFinder(carriedVocabulary.sdgTargets).find(target('ar'))).toEqual({
      code: '14.b',
      isExact: true,
    });
  });

  it('puts labels in another language than the text where that is asked for, and says which is which', () => {
    const model = sampleModel(lake, { language: 'en', writtenLanguage: 'es' });
    const field = fieldOf(model, 'theoryOfChange');
    expect(field.label).toEqual({ text: 'Theory of change', language: 'en' });
    const [answer] = field.blocks;
    expect(answer?.block === 'paragraphs' && answer.lines.map(({ language }) => language)).toEqual(['es']);
    expect(model.title.language).toBe('es');
    expect(model.kindName).toEqual({ text: 'Concept note', language: 'en' });
  });

  it('takes the language that the document says, else that of the screens', () => {
    expect(documentLanguage({ textLanguage: 'ar' }, 'es')).toBe('ar');
    expect(documentLanguage({ textLanguage: 'tlh' }, 'es-BO')).toBe('es');
    expect(documentLanguage({}, 'en-XA')).toBe('en');
    expect(documentLanguage({ title: 'شهادات مهارة لـ IOM', email: 'a@un.org' }, 'es')).toBe('ar');
    expect(documentLanguage({ title: '到 2028 年建成', amount: 3 }, 'en')).toBe('zh');
    expect(documentLanguage({ title: 'Ventanilla móvil' }, 'es')).toBe('es');
  });

  it('reads any values of any form, and lets no control character through', () => {
    const refs = ['pledge@1', 'practice@1', 'concept-note@1', 'pledge@2', 'practice@2', 'concept-note@2'];
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...refs),
        fc.infiniteStream(
          fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) }),
        ),
        fc.constantFrom('ar', 'zh', 'en', 'fr', 'ru', 'es'),
        (ref, stream, language) => {
          const paths = templateFields(templateFor(ref)).flatMap((field) =>
            isGroup(field)
              ? [`${field.id}/0000000001`, ...field.fields.map(({ id }) => `${field.id}/0000000001/${id}`)]
              : [field.id, `${field.id}/0000000001`, `${field.id}/0000000001/category`],
          );
          const values = Object.fromEntries(
            paths.flatMap((path) => {
              const next = stream.next().value;
              return next === undefined ? [] : [[path, /\/0000000001$/.test(path) ? true : next]];
            }),
          );
          const model = modelOf(ref, values, { language });
          expect(
            strings(model).filter((one) => /[^\P{Cc}\t]|[\ufffe\uffff]/u.test(one) || !one.isWellFormed()),
          ).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
