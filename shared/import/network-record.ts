import type { DocKind } from '#shared/domain/document.ts';
import { isGroup, type LeafField, type Template, type TemplateField } from '#shared/domain/template.ts';
import { DraftBuilder, leavesOf, partPath } from './draft-builder.ts';
import { bareKey, type FieldFinder, fieldFinder } from './field-keys.ts';
import type { DocumentDraft } from './import-result.ts';
import type { ValueReader } from './read-value.ts';

/** A record as the Network publishes it: an object whose keys nobody promised. */
export type NetworkRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is NetworkRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const deepest = 40;

/** Any JSON value as lines that a person can read; every string stands in them letter by letter. */
export const readable = (value: unknown, depth = 0): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (depth > deepest) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return value
      .map((entry) => (typeof entry === 'object' ? readable(entry, depth + 1) : `- ${entry}`))
      .join('\n');
  }
  return Object.entries(value)
    .map(([key, entry]) => {
      const text = readable(entry, depth + 1);
      return `${key}:${typeof entry === 'object' && text !== '' ? '\n' : ' '}${text}`;
    })
    .join('\n');
};

const pledgeKeys = ['pledging entity', 'nature', 'mirror pledge gcr', 'entity name', 'champion country'];
const noteKeys = ['punos', 'budget total usd', 'duration months', 'participating un organizations'];

/** Which kind a record seems to be; the person may choose another. */
export const kindOfRecord = (record: NetworkRecord): DocKind => {
  const keys = Object.keys(record).map(bareKey);
  const from = `${readable(record.source)} ${readable(record.sources)}`;
  if (keys.some((key) => pledgeKeys.includes(key)) || from.includes('/pledge/')) return 'pledge';
  if (keys.some((key) => noteKeys.includes(key)) || /\/(projects|fund-action)/u.test(from))
    return 'concept-note';
  return 'practice';
};

const scalarText = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};

/** A text for a field that holds one value or a set; null where the value is of another shape. */
export const textFor = (field: LeafField, value: unknown): string | null => {
  if (!Array.isArray(value)) return scalarText(value);
  const texts = value.map(scalarText);
  if (texts.includes(null)) return null;
  return texts.join(field.kind === 'shortText' ? '; ' : '\n');
};

/** One item of a repeating group: a name, or an object with the group's parts. */
const putItem = (draft: DraftBuilder, field: TemplateField, place: string, entry: unknown): void => {
  const leaves = leavesOf(field);
  const [first] = leaves;
  const text = scalarText(entry);
  if (first === undefined || (text === null && !isRecord(entry))) {
    draft.keepUnplaced(place, readable(entry));
    return;
  }
  const item = draft.addItem(field.id);
  if (text !== null) {
    draft.put(first, partPath(item, first.id), place, text);
    return;
  }
  for (const [key, value] of Object.entries(entry as NetworkRecord)) {
    if (value === null || value === '') continue;
    const part = leaves.find((leaf) => bareKey(leaf.id) === bareKey(key));
    const partText = part && textFor(part, value);
    if (part !== undefined && typeof partText === 'string')
      draft.put(part, partPath(item, part.id), `${place}.${key}`, partText);
    else draft.keep(`${place}.${key}`, readable(value));
  }
};

/** One item for each entry; a single one counts as a list of one. */
export const putGroup = (draft: DraftBuilder, field: TemplateField, place: string, value: unknown): void => {
  const entries = Array.isArray(value) ? value : [value];
  entries.forEach((entry, index) => {
    putItem(draft, field, `${place}[${index + 1}]`, entry);
  });
};

/** What else a form takes from a record than one key for one field. */
const putKey = (draft: DraftBuilder, finder: FieldFinder, key: string, value: unknown): void => {
  if (value === null || value === undefined || value === '') return;
  const field = finder.find(key);
  if (field !== undefined && field.kind !== 'attachments' && field.kind !== 'budget') {
    if (isGroup(field)) {
      putGroup(draft, field, key, value);
      return;
    }
    const text = textFor(field, value);
    if (text !== null) {
      draft.put(field, field.id, key, text);
      // A guess of whoever wrote the record down is said to be one.
      if (bareKey(key).endsWith('inferred')) draft.keep(key, text);
      return;
    }
  }
  if (key === 'truncated' && value === true) draft.warn(key, 'incomplete-source');
  draft.keepUnplaced(key, readable(value));
};

/**
 * A draft of one record. Every value ends in a field or, labelled with its key, under what is not yet placed; a value
 * that was understood rather than taken letter by letter ends in both. `origin`: where the record came from.
 */
export const draftOfRecord = (
  record: NetworkRecord,
  template: Template,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const draft = new DraftBuilder(template, reader);
  const finder = fieldFinder(template);
  for (const [key, value] of Object.entries(record)) putKey(draft, finder, key, value);
  const id = scalarText(record.id);
  return draft.build(id === null ? origin : `${origin}, ${id}`);
};
