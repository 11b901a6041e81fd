import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Language, Template } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

/** What is needed to put the answers of a document into words. */
export type Reading = {
  readonly template: Template;
  readonly values: FieldMap;
  readonly vocabulary: Vocabulary;
  /** Of the labels. */
  readonly language: Language;
  /** Of what was written. */
  readonly writtenLanguage: Language;
  readonly withContacts: boolean;
};
