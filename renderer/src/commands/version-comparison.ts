import { budgetCurrency } from '#shared/domain/budget-currency.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import {
  markerReasonId,
  numberedFields,
  type Template,
  type TemplateField,
  templateFields,
} from '#shared/domain/template.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';
import { longWordMarks } from '#shared/sync/text-stretches.ts';
import { differingPaths, valueAt } from '#shared/sync/version-delta.ts';
import type { WordMark } from '#shared/sync/word-marks.ts';
import { isTextOf } from './history.ts';

/** One thing that differs between two versions. `field`: the field that gives a value its words; null: not in this form. */
export type VersionChange = { readonly path: FieldPath } & (
  | { readonly what: 'text'; readonly marks: readonly WordMark[] }
  | {
      readonly what: 'members';
      readonly field: TemplateField;
      readonly removed: readonly string[];
      readonly added: readonly string[];
    }
  | {
      readonly what: 'value';
      readonly field: TemplateField | null;
      readonly was: FieldValue | undefined;
      readonly is: FieldValue | undefined;
      /** What the amounts of a budget cell are in; null for other values. */
      readonly currencies: { readonly was: string; readonly is: string } | null;
    }
  | { readonly what: 'item-added' | 'item-removed' | 'order' }
);

/** A field of the form that differs. null: places that this form does not have. */
export type ComparedField = {
  readonly field: TemplateField | null;
  readonly number: number | null;
  readonly changes: readonly VersionChange[];
};

const members = (value: FieldValue | undefined): readonly string[] | null =>
  Array.isArray(value) ? (value as readonly string[]) : null;

/** A text by which paths stand in the order in which the form shows them: items as they stood, their parts as it asks. */
const orderOf = (template: Template, path: FieldPath, before: FieldMap, now: FieldMap): string => {
  const parts = path.split('/');
  let asked: readonly TemplateField[] = templateFields(template);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) {
        const place = asked.findIndex(({ id }) => id === part);
        const field = asked[place];
        asked = field !== undefined && 'fields' in field ? field.fields : [];
        return `${String(Math.max(0, place)).padStart(4, '0')} ${part}`;
      }
      const list = parts.slice(0, index).join('/');
      const at = listItems(now, list).indexOf(part as ItemId);
      const place = at < 0 ? 500 + listItems(before, list).indexOf(part as ItemId) : at;
      return String(place).padStart(4, '0');
    })
    .join('/');
};

const changeAt = (
  template: Template,
  path: FieldPath,
  before: FieldMap,
  now: FieldMap,
  isAlone: (item: FieldPath) => boolean,
): VersionChange | null => {
  const [was, is] = [valueAt(before, path), valueAt(now, path)];
  const meaning = fieldAt(template, path);
  const isText = isTextOf(template)(path) || (meaning?.at === 'attachmentPart' && meaning.part === 'name');
  if (isText || meaning === undefined) {
    if ((was === undefined || typeof was === 'string') && (is === undefined || typeof is === 'string'))
      return { path, what: 'text', marks: longWordMarks(was ?? '', is ?? '') };
    return { path, what: 'value', field: meaning?.field ?? null, was, is, currencies: null };
  }
  switch (meaning.at) {
    case 'attachmentPart':
      return null;
    case 'position': {
      const isMoved = typeof was === 'string' && typeof is === 'string';
      return isMoved ? { path: path.slice(0, path.lastIndexOf('/')), what: 'order' } : null;
    }
    case 'item':
      return isAlone(path) ? { path, what: is === undefined ? 'item-removed' : 'item-added' } : null;
    default: {
      const { field } = meaning;
      const [had, has] = [members(was), members(is)];
      if (had !== null || has !== null) {
        const removed = (had ?? []).filter((code) => !has?.includes(code));
        const added = (has ?? []).filter((code) => !had?.includes(code));
        return { path, what: 'members', field, removed, added };
      }
      const currencyIn = (version: FieldMap) =>
        budgetCurrency(field.kind === 'budget' ? valueAt(version, field.currencyField) : undefined);
      const currencies =
        meaning.at === 'budgetAmount' ? { was: currencyIn(before), is: currencyIn(now) } : null;
      return { path, what: 'value', field, was, is, currencies };
    }
  }
};

/** What differs between two states of a document, field by field in the order of the form. */
export const versionComparison = (
  template: Template,
  before: FieldMap,
  now: FieldMap,
): readonly ComparedField[] => {
  const paths = differingPaths(before, now);
  const isAlone = (item: FieldPath) =>
    !paths.some((path) => path.startsWith(`${item}/`) && !path.endsWith('/pos'));
  const changesOf = (own: readonly FieldPath[]) => {
    const found = own
      .map((path) => [orderOf(template, path, before, now), path] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .flatMap(([, path]) => changeAt(template, path, before, now, isAlone) ?? []);
    // That items changed places is said once for a list.
    const lists = new Set<FieldPath>();
    return found.filter(({ what, path }) => {
      if (what !== 'order') return true;
      const list = path.slice(0, path.lastIndexOf('/'));
      return !lists.has(list) && lists.add(list);
    });
  };
  const numbered = numberedFields(template);
  const known = new Set<string>();
  const compared = numbered.flatMap(({ number, field }): readonly ComparedField[] => {
    const ids = [field.id, ...(field.kind === 'marker' ? [markerReasonId(field.id)] : [])];
    for (const id of ids) known.add(id);
    const changes = changesOf(paths.filter((path) => ids.includes(rootOf(path))));
    return changes.length === 0 ? [] : [{ field, number, changes }];
  });
  const rest = changesOf(paths.filter((path) => !known.has(rootOf(path))));
  return rest.length === 0 ? compared : [...compared, { field: null, number: null, changes: rest }];
};
