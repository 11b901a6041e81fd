import { type DocKind, docKinds, type Stage } from '#shared/domain/document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';

export const deskGroups = ['act', 'way', 'network', 'closed', 'bin'] as const;
/** For you to act on, On their way, With the Network, Closed, In the bin or gone at the Network. */
export type DeskGroup = (typeof deskGroups)[number];

export const toDos = ['to-fix', 'returned', 'two-versions'] as const;
export type ToDo = (typeof toDos)[number];

export const sortKeys = ['title', 'stage', 'saved', 'received'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What of the desk is on the screen, and in which order. */
export type DeskView = {
  readonly show: 'all' | ToDo | DocKind;
  readonly stage: Stage | 'any';
  readonly query: string;
  readonly sort: SortKey;
  readonly direction: 'ascending' | 'descending';
  /** The row that was opened or focused last; the list comes back to it. */
  readonly current: DocId | null;
};

export const firstView: DeskView = {
  show: 'all',
  stage: 'any',
  query: '',
  sort: 'saved',
  direction: 'descending',
  current: null,
};

/** Stages in the order in which a document travels. */
export const travelOrder: readonly Stage[] = [
  'draft',
  'ready',
  'sending',
  'submitted',
  'in-review',
  'returned',
  'accepted',
  'published',
  'declined',
];

/** Where a document lies on the desk. What waits for the person comes before how far it has travelled. */
export const groupOf = (summary: DocumentSummary): DeskGroup => {
  if (summary.presence !== 'here') return 'bin';
  if (summary.attention !== null || summary.conflicts > 0) return 'act';
  switch (summary.stage) {
    case 'draft':
    case 'returned':
      return 'act';
    case 'ready':
    case 'sending':
      return 'way';
    case 'submitted':
    case 'in-review':
      return 'network';
    case 'accepted':
    case 'declined':
    case 'published':
      return 'closed';
  }
};

/** Errors count as work only while the person still works on the document. */
const isToDo = (summary: DocumentSummary, todo: ToDo): boolean => {
  if (summary.presence !== 'here') return false;
  switch (todo) {
    case 'to-fix':
      return summary.errors > 0 && groupOf(summary) === 'act';
    case 'returned':
      return summary.stage === 'returned';
    case 'two-versions':
      return summary.conflicts > 0;
  }
};

const isDocKind = (show: DeskView['show']): show is DocKind => (docKinds as readonly string[]).includes(show);

const isShown = (summary: DocumentSummary, show: DeskView['show']): boolean => {
  if (show === 'all') return true;
  return isDocKind(show) ? summary.kind === show : isToDo(summary, show);
};

export type DeskCounts = {
  readonly all: number;
  readonly byToDo: Readonly<Record<ToDo, number>>;
  readonly byKind: Readonly<Record<DocKind, number>>;
  readonly byStage: Readonly<Record<Stage, number>>;
};

/** How many documents stand behind each filter, whatever filter is on. */
export const countsOf = (documents: readonly DocumentSummary[]): DeskCounts => {
  const byToDo = { 'to-fix': 0, returned: 0, 'two-versions': 0 };
  const byKind = { pledge: 0, 'pledge-update': 0, practice: 0, 'concept-note': 0 };
  const byStage = Object.fromEntries(travelOrder.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const summary of documents) {
    for (const todo of toDos) if (isToDo(summary, todo)) byToDo[todo] += 1;
    byKind[summary.kind] += 1;
    byStage[summary.stage] += 1;
  }
  return { all: documents.length, byToDo, byKind, byStage };
};

type Comparison = (a: DocumentSummary, b: DocumentSummary) => number;

const receivedAt = (summary: DocumentSummary): number =>
  summary.receipt === null ? Number.NEGATIVE_INFINITY : Date.parse(summary.receipt.receivedAt);

const byNumber =
  (pick: (summary: DocumentSummary) => number): Comparison =>
  (a, b) => {
    const left = pick(a);
    const right = pick(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };

const comparisonFor = (sort: SortKey, collator: Intl.Collator): Comparison => {
  switch (sort) {
    case 'title':
      return (a, b) => collator.compare(a.title, b.title);
    case 'stage':
      return byNumber((summary) => travelOrder.indexOf(summary.stage));
    case 'saved':
      return byNumber((summary) => summary.savedAt);
    case 'received':
      return byNumber(receivedAt);
  }
};

/** One line of the list: the head of a group, or a document. */
export type DeskRow =
  | { readonly type: 'group'; readonly group: DeskGroup; readonly count: number }
  | { readonly type: 'document'; readonly summary: DocumentSummary };

/**
 * The lines of the list: filtered, sorted within groups, groups in their fixed order, empty ones left out.
 * `found` holds the ids that the search found, null without a search. Equal documents lie newest first, so
 * that the order never depends on how the store gave them.
 */
export const deskRows = (
  documents: readonly DocumentSummary[],
  view: DeskView,
  found: ReadonlySet<DocId> | null,
  collator: Intl.Collator,
): readonly DeskRow[] => {
  const compare = comparisonFor(view.sort, collator);
  const sign = view.direction === 'ascending' ? 1 : -1;
  const shown = documents
    .filter(
      (summary) =>
        isShown(summary, view.show) &&
        (view.stage === 'any' || summary.stage === view.stage) &&
        (found === null || found.has(summary.id)),
    )
    .sort((a, b) => sign * compare(a, b) || b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1));
  const byGroup = Map.groupBy(shown, groupOf);
  return deskGroups.flatMap((group): readonly DeskRow[] => {
    const members = byGroup.get(group) ?? [];
    if (members.length === 0) return [];
    return [
      { type: 'group', group, count: members.length },
      ...members.map((summary) => ({ type: 'document', summary }) as const),
    ];
  });
};

/** The line that a key leads to from line `from`; heads of groups are passed over. Null: stay. */
export const rowAfterKey = (
  rows: readonly DeskRow[],
  from: number,
  key: string,
  pageRows: number,
): number | null => {
  const isDocument = (index: number): boolean => rows[index]?.type === 'document';
  const seek = (start: number, step: 1 | -1): number | null => {
    for (let index = start; index >= 0 && index < rows.length; index += step) {
      if (isDocument(index)) return index;
    }
    return null;
  };
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return seek(from + 1, 1);
    case 'ArrowUp':
      return seek(from - 1, -1);
    case 'Home':
      return seek(0, 1);
    case 'End':
      return seek(last, -1);
    case 'PageDown':
      return seek(Math.min(from + pageRows, last), 1) ?? seek(last, -1);
    case 'PageUp':
      return seek(Math.max(from - pageRows, 0), -1) ?? seek(0, 1);
    default:
      return null;
  }
};
