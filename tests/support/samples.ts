import { readdirSync, readFileSync } from 'node:fs';
import { inScreenLanguages } from '#build/screen-languages-plugin.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type Language, type Template, type TemplateRef, templateSchema } from '#shared/domain/template.ts';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { type CopyOptions, type DocumentModel, documentModel } from '#shared/export/document-model.ts';

const folder = new URL('../../resources/', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

type Sample = {
  readonly template: TemplateRef;
  readonly language: Language;
  readonly fields: FieldMap;
};

/** The names of the sample documents, without their ending. */
export const sampleNames: readonly string[] = readdirSync(new URL('samples/', folder)).map((name) =>
  name.replace(/\.json$/, ''),
);

/** The lists that the app carries. */
export const carriedVocabulary: Vocabulary = vocabularySchema.parse(readJson('vocabulary/vocabulary.json'));

export const sampleDocument = (name: string): Sample => readJson(`samples/${name}.json`) as Sample;

const forms = new Map<TemplateRef, Template>();

/** A form that the app carries; each is read once. */
export const templateFor = (ref: TemplateRef): Template => {
  const form = forms.get(ref) ?? (templateSchema.parse(readJson(`templates/${ref}.json`)) as Template);
  forms.set(ref, form);
  return form;
};

/** What a copy is made with where a test says nothing else: a draft, without contacts, on 26 November 2026. */
export const plainCopy: Omit<CopyOptions, 'language'> = {
  withContacts: false,
  unanswered: 'dash',
  isTraining: false,
  receipt: null,
  changedSinceReceipt: false,
  date: '2026-11-26',
};

/** A document as it is read for a copy, in English where nothing else is said. */
export const modelOf = (
  ref: TemplateRef,
  fields: FieldMap,
  options: Partial<CopyOptions> = {},
): DocumentModel =>
  documentModel(templateFor(ref), fields, carriedVocabulary, { ...plainCopy, language: 'en', ...options });

type SampleCopy = Partial<CopyOptions> & {
  /** The form and the lists exist in English and Spanish only, as those of a Network may. */
  readonly hasFewLanguages?: boolean;
};

/** A sample document as it is read for a copy, in its own language. */
export const sampleModel = (
  name: string,
  { hasFewLanguages = false, ...options }: SampleCopy = {},
): DocumentModel => {
  const { template, language, fields } = sampleDocument(name);
  const parts = { form: templateFor(template), lists: carriedVocabulary };
  const { form, lists } = hasFewLanguages ? inScreenLanguages(parts) : parts;
  return documentModel(form, fields, lists, { ...plainCopy, language, ...options });
};
