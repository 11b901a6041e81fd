import type { DocId } from '#shared/domain/ids.ts';
import type { DeskRow } from './desk-view.ts';

/** The documents that a person picked for one action, and where a range begins. */
export type DeskSelection = { readonly ids: ReadonlySet<DocId>; readonly anchor: DocId | null };

export const nothingSelected: DeskSelection = { ids: new Set(), anchor: null };

const documentsOf = (rows: readonly DeskRow[]): readonly DocId[] =>
  rows.flatMap((row) => (row.type === 'document' ? [row.summary.id] : []));

/** In or out; a range begins here. */
export const toggled = ({ ids }: DeskSelection, id: DocId): DeskSelection => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
};

/** All from the anchor to `id`, beside what is selected already; only `id` where the anchor is not in sight. */
export const extendedTo = (
  { ids, anchor }: DeskSelection,
  rows: readonly DeskRow[],
  id: DocId,
): DeskSelection => {
  const all = documentsOf(rows);
  const [from, to] = [anchor === null ? -1 : all.indexOf(anchor), all.indexOf(id)];
  const range = from < 0 ? [id] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor: from < 0 ? id : anchor };
};

/** Everything that the list shows. */
export const allSelected = (rows: readonly DeskRow[]): DeskSelection => {
  const all = documentsOf(rows);
  return { ids: new Set(all), anchor: all[0] ?? null };
};

/** What is selected and in the list, in the order of the list: only what a person sees is ever exported. */
export const selectedIn = ({ ids }: DeskSelection, rows: readonly DeskRow[]): readonly DocId[] =>
  documentsOf(rows).filter((id) => ids.has(id));
