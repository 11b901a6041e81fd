import { describe, expect, it } from 'vitest';
import type { DocId } from '#shared/domain/ids.ts';
import { summaryOf } from '#shared/domain/test-summary.ts';
import { allSelected, extendedTo, nothingSelected, selectedIn, toggled } from './desk-selection.ts';
import type { DeskRow } from './desk-view.ts';

const id = (name: string) => name as DocId;
const row = (name: string): DeskRow => ({
  type: 'document',
  summary: summaryOf({ id: id(name) }),
});
const rows: readonly DeskRow[] = [
  { type: 'group', group: 'act', count: 2 },
  row('a'),
  row('b'),
  { type: 'group', group: 'network', count: 2 },
  row('c'),
  row('d'),
];

describe('what is selected on the Desk', () => {
  it('goes in and out one by one', () => {
    const one = toggled(nothingSelected, id('c'));
    expect(selectedIn(toggled(one, id('a')), rows)).toEqual(['a', 'c']);
    expect(selectedIn(toggled(one, id('c')), rows)).toEqual([]);
  });

  it('reaches over groups from the last one that was picked, in both directions', () => {
    const at = toggled(nothingSelected, id('c'));
    expect(selectedIn(extendedTo(at, rows, id('a')), rows)).toEqual(['a', 'b', 'c']);
    expect(selectedIn(extendedTo(extendedTo(at, rows, id('a')), rows, id('d')), rows)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('begins a range where the list no longer shows the last one', () => {
    expect(extendedTo(toggled(nothingSelected, id('gone')), rows, id('b'))).toEqual({
      ids: new Set(['gone', 'b']),
      anchor: 'b',
    });
  });

  it('holds all documents of the list, and never one that the list does not show', () => {
    expect(selectedIn(allSelected(rows), rows)).toEqual(['a', 'b', 'c', 'd']);
    expect(selectedIn(allSelected(rows), rows.slice(0, 2))).toEqual(['a']);
  });
});
