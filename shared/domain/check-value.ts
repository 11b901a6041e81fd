import type { AttachmentPart } from './attachment.ts';
import { isCalendarDate, isCalendarMonth } from './calendar.ts';
import type { FieldValue } from './field-value.ts';
import { isTakenType } from './file-type.ts';
import type { FindingCode } from './finding.ts';
import { docIdSchema } from './ids.ts';
import { maxAmountMinor } from './money.ts';
import type { TemplateField } from './template.ts';
import type { Vocabulary, VocabularyList } from './vocabulary.ts';

/** What is wrong with a value before any limit: its kind, its form, or a code that no list has. */
export type ValueProblem = {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
};

const problem = (code: FindingCode, params: ValueProblem['params'] = {}): ValueProblem => ({ code, params });
const wrongKind = problem('wrong-kind');

const isSet = (value: FieldValue): value is readonly string[] => Array.isArray(value);

const emailPattern = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u;
const urlPattern = /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/iu;

const inList = (
  vocabulary: Vocabulary,
  list: VocabularyList,
  codes: readonly string[],
): ValueProblem | null => {
  const known = new Set(vocabulary[list].map((term) => term.code));
  const unknown = codes.find((code) => !known.has(code));
  return unknown === undefined ? null : problem('not-an-option', { value: unknown });
};

const inOptions = (
  options: readonly { readonly value: string }[],
  codes: readonly string[],
): ValueProblem | null => {
  const unknown = codes.find((code) => !options.some((option) => option.value === code));
  return unknown === undefined ? null : problem('not-an-option', { value: unknown });
};

const amountProblem = (minor: unknown): ValueProblem | null => {
  if (typeof minor !== 'number') return wrongKind;
  if (minor < 0) return problem('below-minimum', { limit: 0 });
  return minor > maxAmountMinor ? problem('amount-too-large') : null;
};

/** Checks a budget cell: integer minor units, from nought to `maxAmountMinor`. */
export const checkAmount = (value: FieldValue): ValueProblem | null => amountProblem(value);

/** Checks text: a marker's justification, the description of a budget line. */
export const checkText = (value: FieldValue): ValueProblem | null =>
  typeof value === 'string' ? null : wrongKind;

const checkShortText = (format: 'email' | 'url' | undefined, value: FieldValue): ValueProblem | null => {
  if (typeof value !== 'string') return wrongKind;
  const text = value.trim();
  if (text === '') return null;
  if (format === 'email' && !emailPattern.test(text)) return problem('not-an-email');
  return format === 'url' && !urlPattern.test(text) ? problem('not-a-url') : null;
};

const checkCode = (value: FieldValue, check: (codes: readonly string[]) => ValueProblem | null) =>
  typeof value !== 'string' ? wrongKind : value === '' ? null : check([value]);

const checkSet = (value: FieldValue, check: (codes: readonly string[]) => ValueProblem | null) =>
  isSet(value) ? check(value) : wrongKind;

/** Checks one part of a file: its hash, name, type or size. */
export const checkAttachmentPart = (
  field: Extract<TemplateField, { kind: 'attachments' }>,
  part: AttachmentPart,
  value: FieldValue,
): ValueProblem | null => {
  if (part === 'sizeBytes') {
    if (typeof value !== 'number' || value < 1) return wrongKind;
    return value > field.maxBytes ? problem('file-too-large', { limit: field.maxBytes }) : null;
  }
  if (typeof value !== 'string' || value === '') return wrongKind;
  if (part === 'sha256') return /^[0-9a-f]{64}$/.test(value) ? null : wrongKind;
  if (part === 'type' && !isTakenType(value, field.fileTypes)) return problem('file-type', { value });
  return null;
};

/** Checks one value against its field's kind; null when it is in order. Blank text is in order here. */
export const checkValue = (
  field: TemplateField,
  value: FieldValue,
  vocabulary: Vocabulary,
): ValueProblem | null => {
  const list = (name: VocabularyList) => (codes: readonly string[]) => inList(vocabulary, name, codes);
  switch (field.kind) {
    case 'shortText':
      return checkShortText(field.format, value);
    case 'longText':
      return checkText(value);
    case 'choice':
      return checkCode(value, (codes) => inOptions(field.options, codes));
    case 'choices':
      return checkSet(value, (codes) => inOptions(field.options, codes));
    case 'objectives':
      return checkSet(value, list('objectives'));
    case 'principles':
      return checkSet(value, list('principles'));
    case 'sdgTargets':
      return checkSet(value, list('sdgTargets'));
    case 'countries':
      return checkSet(value, list('countries'));
    case 'regions':
      return checkSet(value, list('regions'));
    case 'country':
      return checkCode(value, list('countries'));
    case 'thematicArea':
      return checkCode(value, list('thematicAreas'));
    case 'currency':
      return checkCode(value, list('currencies'));
    case 'date':
      return checkCode(value, ([text = '']) => (isCalendarDate(text) ? null : problem('not-a-date')));
    case 'month':
      return checkCode(value, ([text = '']) => (isCalendarMonth(text) ? null : problem('not-a-month')));
    case 'yearRange': {
      if (typeof value !== 'object' || !('from' in value)) return wrongKind;
      return value.to !== 'present' && value.to < value.from ? problem('years-reversed') : null;
    }
    case 'integer':
      return typeof value === 'number' ? null : wrongKind;
    case 'money': {
      if (typeof value !== 'object' || !('minor' in value)) return wrongKind;
      return amountProblem(value.minor) ?? inList(vocabulary, 'currencies', [value.currency]);
    }
    case 'document':
      return checkCode(value, ([id = '']) => (docIdSchema.safeParse(id).success ? null : wrongKind));
    case 'yesNo':
      return typeof value === 'boolean' ? null : wrongKind;
    case 'marker': {
      const inRange = typeof value === 'number' && value >= 0 && value <= 3;
      return inRange ? null : wrongKind;
    }
    case 'attachments':
    case 'group':
    case 'organizations':
    case 'people':
    case 'budget':
      return value === true ? null : wrongKind;
  }
};
