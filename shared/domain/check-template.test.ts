import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { fieldKinds, templateSchema } from './template.ts';
import type { TemplateRemark } from './template-check/template-remark.ts';

const folder = new URL('../../resources/templates/', import.meta.url);
const files = readdirSync(folder);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const all = (text: string) => ({ ar: text, zh: text, en: text, fr: text, ru: text, es: text });
const official = { severity: 'error', source: 'official' };

const small = () => ({
  kind: 'pledge',
  version: 3,
  name: all('A form'),
  titleField: 'title',
  sections: [
    {
      id: 'main',
      title: all('Main'),
      fields: [
        { id: 'title', kind: 'shortText', label: all('Title'), required: official },
        {
          id: 'size',
          kind: 'choice',
          label: all('Size'),
          options: [
            { value: 'small', label: all('Small') },
            { value: 'large', label: all('Large') },
          ],
        },
        {
          id: 'note',
          kind: 'longText',
          label: all('Note'),
          shownWhen: { field: 'size', in: ['large'] },
          limits: [
            { kind: 'minChars', value: 10, severity: 'warning', source: 'assumed' },
            { kind: 'maxChars', value: 99, severity: 'warning', source: 'assumed' },
          ],
        },
        { id: 'goals', kind: 'objectives', label: all('Goals') },
      ],
    },
  ],
  rules: [
    { id: 'main-objectives', params: { field: 'goals', max: 3 }, severity: 'warning', source: 'official' },
  ],
});

type Small = ReturnType<typeof small>;
// biome-ignore lint/suspicious/noExplicitAny: a test breaks the file in ways that no type allows.
type Broken = any;

/** What is said of the small form once it is broken in one way. */
const saidOf = (breakIt: (form: Broken) => void): readonly TemplateRemark[] => {
  const form: Small = small();
  breakIt(form);
  return checkTemplate(form);
};

test.each(files)('%s is a form without an error', (name) => {
  expect(checkTemplate(read(name)).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a whole form in six languages has nothing to remark', () => {
  expect(checkTemplate(small())).toEqual([]);
});

const field = ['section “Main”', 'field `note`'];

test.each<[string, (form: Broken) => void, Partial<TemplateRemark>]>([
  [
    'a kind that nobody knows',
    (form) => (form.sections[0].fields[2].kind = 'essay'),
    { code: 'unknown-kind', place: field, params: { value: 'essay', known: fieldKinds.join(', ') } },
  ],
  [
    'an id that stands twice',
    (form) => (form.sections[0].fields[2].id = 'title'),
    { code: 'repeated-id', place: [], params: { value: 'title' } },
  ],
  [
    'an id with a blank',
    (form) => (form.sections[0].fields[2].id = 'my note'),
    { code: 'bad-id', place: ['section “Main”', 'field `my note`'], params: { value: 'my note' } },
  ],
  [
    'a label without English',
    (form) => delete form.sections[0].fields[2].label.en,
    { code: 'no-english', place: field, params: { what: 'label' } },
  ],
  [
    'a label that lacks languages',
    (form) => (form.sections[0].fields[2].label = { en: 'Note', es: 'Nota' }),
    {
      severity: 'warning',
      code: 'missing-languages',
      place: field,
      params: { what: 'label', languages: 'ar, zh, fr, ru' },
    },
  ],
  [
    'a condition on a field that is not there',
    (form) => (form.sections[0].fields[2].shownWhen.field = 'weight'),
    { code: 'no-such-field', place: field, params: { what: 'shownWhen', value: 'weight' } },
  ],
  [
    'a condition on an answer that cannot be given',
    (form) => (form.sections[0].fields[2].shownWhen.in = ['huge']),
    {
      code: 'no-such-option',
      place: field,
      params: { what: 'shownWhen', value: 'huge', field: 'size', known: 'small, large' },
    },
  ],
  [
    'a limit that was only assumed and blocks',
    (form) => (form.sections[0].fields[2].limits[1].severity = 'error'),
    { code: 'assumed-blocks', place: field, params: { what: 'maxChars' } },
  ],
  [
    'a least that is more than the most',
    (form) => (form.sections[0].fields[2].limits[0].value = 100),
    { code: 'limits-cross', place: field, params: { least: 'minChars', most: 'maxChars' } },
  ],
  [
    'an option that stands twice',
    (form) => (form.sections[0].fields[1].options[1].value = 'small'),
    { code: 'repeated-option', place: ['section “Main”', 'field `size`'], params: { value: 'small' } },
  ],
  [
    'no field for the title',
    (form) => (form.titleField = 'heading'),
    { code: 'no-such-field', place: [], params: { what: 'titleField', value: 'heading' } },
  ],
  [
    'a rule about a field that is not there',
    (form) => (form.rules[0].params.field = 'objectives'),
    {
      code: 'no-such-field',
      place: ['rule `main-objectives`'],
      params: { what: 'field', value: 'objectives' },
    },
  ],
  [
    'a rule that nobody knows',
    (form) => (form.rules[0].id = 'be-nice'),
    { severity: 'warning', code: 'unknown-rule' },
  ],
  [
    'a property that is not known',
    (form) => (form.sections[0].fields[2].colour = 'red'),
    {
      code: 'unknown-property',
      place: field,
      params: expect.objectContaining({ what: 'colour' }),
    },
  ],
  [
    'no section',
    (form) => (form.sections = []),
    { code: 'too-few', place: ['property `sections`'], params: { least: '1' } },
  ],
])('%s is told by name and place', (_what, breakIt, expected) => {
  expect(saidOf(breakIt)).toContainEqual(expect.objectContaining({ severity: 'error', ...expected }));
});

test('whatever stands in the file, it is judged and never throws; without an error the app takes it', () => {
  const paths = fc.array(
    fc.constantFrom('sections', 'fields', 'rules', 'label', 'options', 'limits', '0', '1', '2'),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(paths, fc.jsonValue(), (path, value) => {
      const form: Broken = small();
      let node = form;
      for (const part of path.slice(0, -1))
        node = typeof node?.[part] === 'object' && node[part] !== null ? node[part] : node;
      if (typeof node === 'object' && node !== null) node[path.at(-1) ?? 'name'] = value;
      const errors = checkTemplate(form).filter(({ severity }) => severity === 'error');
      if (errors.length === 0) expect(templateSchema.safeParse(form).success).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test.each([null, 3, 'text', []])('%j is no template', (input) => {
  expect(checkTemplate(input)).toEqual([{ severity: 'error', code: 'not-an-object', place: [], params: {} }]);
});
