import { isAsked } from '#shared/domain/condition.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import {
  type Language,
  numberedFields,
  type Template,
  type TemplateRef,
  templateRefOf,
} from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import type { Block } from './block.ts';
import { mayNameSomebody, namesContacts } from './contacts.ts';
import { documentWords } from './document-words.ts';
import { fieldBlocks } from './field-blocks.ts';
import type { Reading } from './reading.ts';
import { type Signatory, signatories } from './signatories.ts';
import { type Direction, label, languageDirection, line, type Text, typedText } from './text.ts';
import { dateText } from './value-texts.ts';

/** What a person chose for a copy, and what is known of the document where it is made. */
export type CopyOptions = {
  /** Of the labels, dates and numbers, and of the page. */
  readonly language: Language;
  /** Of what was written (see document-language.ts); the same where it is not given. */
  readonly writtenLanguage?: Language;
  /** Names and addresses of contacts: only when asked for. */
  readonly withContacts: boolean;
  /** Questions without an answer: shown with a dash, or left out. */
  readonly unanswered: 'dash' | 'omit';
  /** True in the training space: every page says so. */
  readonly isTraining: boolean;
  /** The newest receipt; null makes it a draft. */
  readonly receipt: Receipt | null;
  readonly changedSinceReceipt: boolean;
  /** The day of the copy where it is made, YYYY-MM-DD. */
  readonly date: string;
};

/** One question with its answer; without blocks where it has none. */
export type ModelField = {
  readonly id: string;
  /** As in the margin of the form: counted through all questions, also those left out. */
  readonly number: number;
  readonly label: Text;
  readonly blocks: readonly Block[];
};

export type ModelSection = {
  readonly id: string;
  /** From 1, as in the form, also where sections before it are left out. */
  readonly number: number;
  readonly title: Text;
  readonly fields: readonly ModelField[];
};

/**
 * A document as it is read: what every way out (Word, print, PDF, web page, table) is written from. All texts are
 * ready to be shown: cleaned of what files refuse, in the language that each names.
 */
export type DocumentModel = {
  readonly kind: DocKind;
  readonly template: TemplateRef;
  readonly language: Language;
  readonly writtenLanguage: Language;
  readonly direction: Direction;
  readonly kindName: Text;
  /** The kind's name where the document has no title yet. */
  readonly title: Text;
  /** Draft, or the receipt. */
  readonly standing: Text;
  readonly date: Text;
  /** The mark of the training network; null elsewhere. */
  readonly training: Text | null;
  /** Said at the end: that contact persons are left out; that questions do not exist in the language of the page. */
  readonly notes: readonly Text[];
  readonly sections: readonly ModelSection[];
  /** Who signs; empty for kinds that nobody signs. */
  readonly signatories: readonly Signatory[];
};

const standing = ({ receipt, changedSinceReceipt, language }: CopyOptions): Text => {
  const words = documentWords(language);
  if (receipt === null) return words.draft;
  const received = dateText(receipt.receivedAt.slice(0, 10), language);
  const since = changedSinceReceipt ? words.changedSince.text : '';
  const facts = [words.received.text, received, receipt.receiptNo].join(words.comma.text);
  return line(`${facts}${since}`, words.received.language);
};

/** Reads a document for a copy of it. Questions that the form does not ask now are left out. */
export const documentModel = (
  template: Template,
  values: FieldMap,
  vocabulary: Vocabulary,
  options: CopyOptions,
): DocumentModel => {
  const { language, withContacts } = options;
  const { writtenLanguage = language } = options;
  const words = documentWords(language);
  const reading: Reading = { values, vocabulary, language, writtenLanguage, withContacts, template };
  const kindName = label(template.name, language);
  const title = typedText(values[template.titleField]);
  const numbered = numberedFields(template);
  const sections = template.sections.map((section, index): ModelSection => {
    const fields = numbered
      .filter((one) => one.section === section && isAsked(one.field, values))
      .filter(({ field }) => field.kind !== 'document') // A name for machines: see the title beside it.
      .filter(({ field }) => withContacts || !mayNameSomebody(field))
      .map(({ field, number }) => ({
        id: field.id,
        number,
        label: label(field.exportHeading ?? field.label, language),
        blocks: fieldBlocks(field, reading),
      }))
      .filter(({ blocks }) => options.unanswered === 'dash' || blocks.length > 0);
    return { id: section.id, number: index + 1, title: label(section.title, language), fields };
  });
  const shown = sections.filter(({ fields }) => fields.length > 0);
  const questions = shown.flatMap(({ title: heading, fields }) => [
    heading,
    ...fields.map((one) => one.label),
  ]);
  return {
    kind: template.kind,
    template: templateRefOf(template),
    language,
    writtenLanguage,
    direction: languageDirection(language),
    kindName,
    title: title === '' ? kindName : line(title, writtenLanguage),
    standing: standing(options),
    date: line(dateText(options.date, language), language),
    training: options.isTraining ? words.training : null,
    notes: [
      ...(!withContacts && namesContacts(template, values) ? [words.contactsLeftOut] : []),
      ...([kindName, ...questions].every((text) => text.language === language) ? [] : [words.formInEnglish]),
    ],
    sections: shown,
    signatories: signatories(reading),
  };
};
