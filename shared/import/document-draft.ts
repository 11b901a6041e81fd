import type { DocumentFile, RefusedValue } from '#shared/domain/document-file.ts';
import { type FieldPath, isFieldPath, rootOf } from '#shared/domain/field-path.ts';
import type { FindingCode } from '#shared/domain/finding.ts';
import { isGroup, type Template, templateFields, templateRefOf } from '#shared/domain/template.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';
import { problemAt } from '#shared/domain/validate.ts';
import { DraftBuilder } from './draft-builder.ts';
import type { DocumentDraft } from './import-result.ts';
import { type NetworkRecord, putGroup, readable, textFor } from './network-record.ts';
import { short, type ValueReader } from './read-value.ts';

/** A document that Compact Desk wrote, as it stood in a file. */
export type DocumentEntry = {
  readonly file: DocumentFile;
  /** What of it cannot be a value. */
  readonly refused: readonly RefusedValue[];
  /** What else stood in it. */
  readonly others: NetworkRecord;
};

/** What the field of a form cannot show. Everything else that is wrong with a value, its checks say while one writes. */
const wrongShapes: ReadonlySet<FindingCode> = new Set([
  'wrong-kind',
  'not-an-option',
  'not-a-date',
  'not-a-month',
]);

/** A value of another shape than its place has: read as that of a record would be, else kept as text. */
const putOther = (draft: DraftBuilder, path: FieldPath, value: unknown): void => {
  const remarks = draft.remarks;
  const meaning = isFieldPath(path) ? fieldAt(draft.template, path) : undefined;
  const field = draft.field(path);
  const isLeaf = meaning?.at === 'field' && !isGroup(meaning.field);
  const text = isLeaf ? textFor(meaning.field, value) : null;
  if (field !== undefined && isGroup(field)) putGroup(draft, field, path, value);
  else if (isLeaf && text !== null) draft.put(meaning.field, path, path, text);
  else if (meaning === undefined) draft.keepUnplaced(path, readable(value));
  else {
    draft.warn(path, 'not-understood', { value: short(readable(value)) });
    draft.keep(path, readable(value));
  }
  if (draft.remarks === remarks) draft.warn(path, 'other-shape', { value: short(readable(value)) });
};

/** The items that a path lies in: `a/1/b/2/c` is in `a/1` and in `a/1/b/2`. */
const itemsAbove = (path: FieldPath): readonly FieldPath[] => {
  const parts = path.split('/');
  return parts.flatMap((_, index) =>
    index % 2 === 1 && index < parts.length - 1 ? [parts.slice(0, index + 1).join('/')] : [],
  );
};

/**
 * A draft of a document file: every value stays at its path, even where its form no longer asks it. What its field
 * could not show is read like the text of a record, what cannot be a value is kept as text, and files are named, since
 * their bytes are not in such a file.
 */
export const draftOfDocument = (
  { file, refused, others }: DocumentEntry,
  templates: readonly Template[],
  newest: Template,
  reader: ValueReader,
  origin: string,
): DocumentDraft => {
  const known = templates.find((candidate) => templateRefOf(candidate) === file.template);
  const template = known ?? newest;
  const draft = new DraftBuilder(template, reader);
  if (known === undefined || others.template !== undefined)
    draft.warn('template', 'template-unknown', { value: short(readable(others.template ?? file.template)) });
  const attachments = new Set(
    templateFields(template)
      .filter(({ kind }) => kind === 'attachments')
      .map(({ id }) => id),
  );
  const odd: (readonly [FieldPath, unknown])[] = [];
  for (const [path, value] of Object.entries(file.fields)) {
    const problem = problemAt(template, path, value, reader.vocabulary);
    if (attachments.has(rootOf(path))) {
      if (path.endsWith('/name')) draft.warn(path, 'file-not-included', { value: short(readable(value)) });
      draft.keep(path, readable(value));
    } else if (problem !== null && (wrongShapes.has(problem.code) || draft.field(path) !== undefined))
      odd.push([path, value]);
    else if (problem?.code === 'no-longer-asked') draft.setUnasked(path, value);
    else draft.set(path, value);
  }
  odd.push(...refused.map(({ place, value }) => [place, value] as const));
  const all = new Map<FieldPath, unknown>([...Object.entries(file.fields), ...odd]);
  for (const [path, value] of all) {
    if (attachments.has(rootOf(path)) || fieldAt(template, path) === undefined) continue;
    for (const item of itemsAbove(path)) {
      if (draft.has(item)) continue;
      // A part is shown with its item only.
      draft.warn(item, 'other-shape', { value: short(readable(value)) });
      draft.set(item, true);
    }
  }
  // After all others: what is made of them must not take the place of what the file has in order.
  for (const [path, value] of odd) putOther(draft, path, value);
  for (const [name, value] of Object.entries(others)) {
    if (name === 'template') continue;
    draft.keepUnplaced(name, readable(value));
  }
  return draft.build(origin);
};
