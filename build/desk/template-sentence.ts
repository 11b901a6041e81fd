import type { TemplateRemark } from '#shared/domain/template-check/template-remark.ts';

/** What a form can want at a place, by the schema's word for it, or the word of a rule's parameter. */
const inWords: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number without quotation marks',
  int: 'a whole number without quotation marks',
  boolean: 'true or false without quotation marks',
  array: 'a list in square brackets [ ]',
  object: 'a group of properties in braces { }',
  record: 'a group of properties in braces { }',
  words: 'words in braces by language, such as { "en": "…", "es": "…" }',
  field: 'the id of a field in quotation marks',
  fields: 'ids of fields in square brackets [ ]',
  'any fields': 'ids of fields in square brackets [ ]',
  'list/field': 'lists in square brackets [ ], each with its sub-field, such as "participants/name"',
  word: 'a word in quotation marks',
  zone: 'a time zone in quotation marks, such as "Europe/Zurich"',
  month: 'a year and a month in quotation marks, such as "2018-12"',
};

/** The schema names several at a place that takes several. */
const wantedWords = (wanted: string): string =>
  inWords[wanted] ??
  wanted
    .split(' ')
    .map((word) => inWords[word] ?? word)
    .join(', or ');

const whatMayStand = ({ known, wanted }: TemplateRemark['params']): string => {
  if (known !== undefined && known !== '') return ` It may be: ${known}.`;
  return wanted === undefined ? '' : ` It should be ${wantedWords(wanted)}.`;
};

/** A remark about a form in words that nobody needs to program to understand. */
export const templateSentence = ({ code, params }: TemplateRemark): string => {
  const { what = '', value = '', known = '' } = params;
  switch (code) {
    case 'not-an-object':
      return 'The file does not hold a form: it should begin with { and end with }.';
    case 'missing':
      return `"${what}" is missing.${whatMayStand(params)}`;
    case 'wrong-type':
    case 'not-one-of':
      return `${value} stands there.${whatMayStand(params)}`;
    case 'unknown-property':
      return `"${what}" is not known here.${known === '' ? '' : ` There may be: ${known}.`}`;
    case 'empty':
      return 'Nothing is written there. Write the words, or leave the property out.';
    case 'too-few':
      return `Too little stands there: at least ${params.least ?? ''} is needed.`;
    case 'too-many':
      return `Too much stands there: ${params.most ?? ''} at most.`;
    case 'too-small':
      return `${value} stands there. It should be ${params.least ?? ''} or more.`;
    case 'too-long':
      return `The text is too long: ${params.most ?? ''} characters at most.`;
    case 'bad-format':
      return `${value} stands there. It should have small letters from a to z, digits and hyphens only, and no blanks.`;
    case 'unknown-kind':
      return `"${value}" is not a kind of field that the app knows. It knows: ${known}.`;
    case 'bad-id':
      return `"${value}" cannot be an id: use letters from a to z and digits, beginning with a small letter, without blanks, 64 at most.`;
    case 'reserved-id':
      return `"${value}" cannot be an id: the app has a use of its own for this word. Choose another.`;
    case 'repeated-id':
      return `The id "${value}" stands here twice; every field needs its own.`;
    case 'repeated-section':
      return `Two sections have the id "${value}"; every section needs its own.`;
    case 'repeated-option':
      return `The option "${value}" stands here twice.`;
    case 'no-english':
      return `"${what}" has no English text ("en"). English stands in for every language that is missing.`;
    case 'missing-languages':
      return `"${what}" is missing in: ${params.languages ?? ''}. The English text stands in.`;
    case 'no-such-field':
      return `"${what}" names the field "${value}", which the form does not have there.`;
    case 'no-such-option':
      return `"${what}" waits for the answer "${value}", which the field "${params.field ?? ''}" does not offer. It offers: ${known}.`;
    case 'not-yes-or-no':
      return `"${what}" waits for the answer ${value}, but "${params.field ?? ''}" is a yes/no field: write true or false without quotation marks.`;
    case 'shown-by-itself':
      return 'The field is shown only when it is itself answered, so that nobody would ever see it. Let "shownWhen" name another field.';
    case 'title-not-text':
      return `"titleField" names the field "${value}", which is of the kind "${params.kind ?? ''}". A document can be named only by a field of the kind "shortText" or "longText".`;
    case 'assumed-blocks':
      return `"${what}" is only assumed and must not stop a submission: make its severity "warning" or "hint", or its source "official" where the Network published it.`;
    case 'limits-cross':
      return `"${params.least ?? ''}" is more than "${params.most ?? ''}": no answer could be right.`;
    case 'idle-limit':
      return `The limit "${what}" says nothing of a field of the kind "${value}". It is for: ${known}.`;
    case 'unknown-file-type':
      return `"${value}" is not a type of file that the app knows. It knows: ${known}.`;
    case 'unknown-rule':
      return `The app has no such rule and would skip it. It has: ${known}.`;
    case 'unfit-field':
      return `"${what}" names the field "${value}", which is of the kind "${params.kind ?? ''}". The rule cannot read that. It needs a field of the kind: ${known}.`;
    case 'no-sub-field':
      return `"${what}" names the field "${value}", in which the rule looks for a sub-field with the id "${params.part ?? ''}". Add it to its "fields".`;
    case 'not-a-zone':
      return `"${what}" is "${value}", which is no time zone. Write a continent and a city in English, such as "Europe/Zurich", or "UTC".`;
    case 'not-a-month':
      return `"${what}" is "${value}". Write a year and a month in digits, such as "2018-12".`;
    case 'does-not-fit':
      return `This does not fit the form of a template: ${what}.`;
  }
};
