import { describe, expect, it } from 'vitest';
import type { Stage } from '#shared/domain/document.ts';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import { receiptOf, summaryOf } from '#shared/domain/test-summary.ts';
import {
  countsOf,
  type DeskRow,
  type DeskView,
  deskRows,
  firstView,
  groupOf,
  rowAfterKey,
} from './desk-view.ts';

const idOf = (n: number): DocId =>
  docIdSchema.parse(`0192f0c1-2a3b-7c4d-8e5f-${String(n).padStart(12, '0')}`);

const receiptAt = (receivedAt: string): Receipt => receiptOf({ doc: idOf(1), receivedAt });

const numbered = (n: number, change: Partial<DocumentSummary> = {}): DocumentSummary =>
  summaryOf({ id: idOf(n), title: `Title ${n}`, savedAt: n, ...change });

const collator = new Intl.Collator('es');

const shape = (rows: readonly DeskRow[]): readonly string[] =>
  rows.map((row) => (row.type === 'group' ? `${row.group} ${row.count}` : row.summary.title));

const rowsOf = (
  documents: readonly DocumentSummary[],
  view: Partial<DeskView> = {},
  found: ReadonlySet<DocId> | null = null,
) => deskRows(documents, { ...firstView, ...view }, found, collator);

describe('groupOf', () => {
  it.each<[Stage, string]>([
    ['draft', 'act'],
    ['returned', 'act'],
    ['ready', 'way'],
    ['sending', 'way'],
    ['submitted', 'network'],
    ['in-review', 'network'],
    ['accepted', 'closed'],
    ['declined', 'closed'],
    ['published', 'closed'],
  ])('lays a document in stage %s under "%s"', (stage, group) => {
    expect(groupOf(numbered(1, { stage }))).toBe(group);
  });

  it('lays what the Network refused under "act", however far it has come', () => {
    expect(groupOf(numbered(1, { stage: 'submitted', attention: { code: 'validation' } }))).toBe('act');
  });

  it('lays what has two versions under "act"', () => {
    expect(groupOf(numbered(1, { stage: 'sending', conflicts: 2 }))).toBe('act');
  });
});

describe('deskRows', () => {
  it('gives no lines for an empty desk', () => {
    expect(rowsOf([])).toEqual([]);
  });

  it('keeps the groups in their order, with their counts, and leaves empty ones out', () => {
    const documents = [
      numbered(1, { stage: 'published' }),
      numbered(2, { stage: 'ready' }),
      numbered(3),
      numbered(4),
    ];
    expect(shape(rowsOf(documents))).toEqual([
      'act 2',
      'Title 4',
      'Title 3',
      'way 1',
      'Title 2',
      'closed 1',
      'Title 1',
    ]);
  });

  it('sorts titles by the rules of the language, not by code', () => {
    const documents = [
      numbered(1, { title: 'zona' }),
      numbered(2, { title: 'Ñandú' }),
      numbered(3, { title: 'nube' }),
      numbered(4, { title: 'árbol' }),
    ];
    expect(shape(rowsOf(documents, { sort: 'title', direction: 'ascending' }))).toEqual([
      'act 4',
      'árbol',
      'nube',
      'Ñandú',
      'zona',
    ]);
  });

  it('sorts by the time of receipt and puts what was never received at the far end', () => {
    const documents = [
      numbered(1),
      numbered(2, { receipt: receiptAt('2027-03-01T10:00:00Z') }),
      numbered(3, { receipt: receiptAt('2027-03-02T10:00:00Z') }),
    ];
    expect(shape(rowsOf(documents, { sort: 'received' }))).toEqual([
      'act 3',
      'Title 3',
      'Title 2',
      'Title 1',
    ]);
  });

  it('filters by kind, by stage and by what the search found, all at once', () => {
    const documents = [
      numbered(1, { kind: 'practice' }),
      numbered(2, { kind: 'practice', stage: 'returned' }),
      numbered(3, { stage: 'returned' }),
      numbered(4, { kind: 'practice', stage: 'returned' }),
    ];
    const view = { show: 'practice', stage: 'returned' } as const;
    expect(shape(rowsOf(documents, view, new Set([idOf(1), idOf(3), idOf(4)])))).toEqual([
      'act 1',
      'Title 4',
    ]);
  });

  it('shows errors as to be fixed only while the document is still in the person’s hands', () => {
    const documents = [numbered(1, { errors: 2 }), numbered(2, { errors: 2, stage: 'accepted' })];
    expect(shape(rowsOf(documents, { show: 'to-fix' }))).toEqual(['act 1', 'Title 1']);
  });

  it('does not depend on the order in which the store gave the documents', () => {
    const documents = [1, 2, 3, 4, 5].map((n) => numbered(n, { title: 'same', savedAt: 7 }));
    expect(rowsOf([...documents].reverse(), { sort: 'title' })).toEqual(rowsOf(documents, { sort: 'title' }));
  });
});

describe('countsOf', () => {
  it('counts behind every filter', () => {
    const counts = countsOf([
      numbered(1, { errors: 1 }),
      numbered(2, { kind: 'practice', stage: 'returned', errors: 3 }),
      numbered(3, { kind: 'concept-note', conflicts: 1 }),
    ]);
    expect(counts.all).toBe(3);
    expect(counts.byToDo).toEqual({ 'to-fix': 2, returned: 1, 'two-versions': 1 });
    expect(counts.byKind).toEqual({ pledge: 1, 'pledge-update': 0, practice: 1, 'concept-note': 1 });
    expect(counts.byStage.draft).toBe(2);
    expect(counts.byStage.returned).toBe(1);
    expect(counts.byStage.declined).toBe(0);
  });
});

describe('rowAfterKey', () => {
  const rows = rowsOf([numbered(1, { stage: 'published' }), numbered(2), numbered(3)]);

  it('passes over the heads of groups', () => {
    expect(shape(rows)).toEqual(['act 2', 'Title 3', 'Title 2', 'closed 1', 'Title 1']);
    expect(rowAfterKey(rows, 2, 'ArrowDown', 10)).toBe(4);
    expect(rowAfterKey(rows, 4, 'ArrowUp', 10)).toBe(2);
  });

  it('stays at either end', () => {
    expect(rowAfterKey(rows, 1, 'ArrowUp', 10)).toBeNull();
    expect(rowAfterKey(rows, 4, 'ArrowDown', 10)).toBeNull();
  });

  it('jumps to the ends and by pages', () => {
    expect(rowAfterKey(rows, 4, 'Home', 10)).toBe(1);
    expect(rowAfterKey(rows, 1, 'End', 10)).toBe(4);
    expect(rowAfterKey(rows, 1, 'PageDown', 2)).toBe(4);
    expect(rowAfterKey(rows, 4, 'PageUp', 10)).toBe(1);
  });

  it('leaves other keys alone', () => {
    expect(rowAfterKey(rows, 1, 'a', 10)).toBeNull();
  });
});
