import { expect, test } from 'vitest';
import { applyChange } from './apply-change.ts';
import { edit } from './edit.ts';
import { mergeFields } from './merge.ts';
import { acknowledge, freeze } from './outbox.ts';
import { appliedOutcome, change, docId, synced } from './test-documents.ts';

const item = 'participants/4G7Z2Q9R1T';
const row = { [item]: true, [`${item}/actor`]: 'IOM', [`${item}/role`]: 'lead', [`${item}/pos`]: 'a0' };
const gone = { fr: 2, deleted: true } as const;
const removal = Object.fromEntries(Object.keys(row).map((path) => [path, gone]));
const retyped = new Map([[`${item}/actor`, 'IOM and ILO']]);
const whole = { ...row, [`${item}/actor`]: 'IOM and ILO' };

test('[MG7] an item that others removed while a part of it was edited here comes back whole', () => {
  const told = applyChange(edit(synced(row), retyped, 2), change(2, removal), 3);
  expect(told.local).toEqual(whole);
  expect(applyChange(told, change(2, removal), 3)).toEqual(told);
});

test('[MG7] an item removed here while others edited a part of it comes back whole, and nothing is sent', () => {
  const removed = edit(synced(row), new Map(Object.keys(row).map((path) => [path, undefined])), 2);
  const told = applyChange(removed, change(2, { [`${item}/actor`]: { v: 'IOM and ILO', fr: 2 } }), 3);
  expect(told.local).toEqual(whole);
  expect(freeze(told).outgoing).toBeNull();
});

test('[MG7] a part that was cleared here before stays cleared', () => {
  const mine = edit(synced(row), new Map([...retyped, [`${item}/role`, undefined]]), 2);
  const { [`${item}/role`]: _, ...rest } = whole;
  expect(applyChange(mine, change(2, removal), 3).local).toEqual(rest);
});

test('[MG7] words that went out before the removal of their item was told bring the item back', () => {
  const frozen = freeze(edit(synced(row), retyped, 2));
  const refused = acknowledge(frozen, {
    doc: docId,
    n: 2,
    outcome: 'conflict',
    rev: 2,
    fields: { [`${item}/actor`]: gone },
  });
  const sent = acknowledge(freeze(refused), appliedOutcome(3, 3));
  const told = applyChange(
    sent,
    change(3, { ...removal, [`${item}/actor`]: { v: 'IOM and ILO', fr: 3 } }),
    4,
  );
  expect(told.local).toEqual(whole);
});

test('[MG7] an item that nobody wrote in stays removed', () => {
  const told = applyChange(synced(row), change(2, { [item]: gone }), 3);
  expect(told.local[item]).toBeUndefined();
  expect(applyChange(synced(row), change(2, removal), 3).local).toEqual({});
});

test('[MG6] a set that both sides filled beyond what a set may hold is a conflict, and both stay', () => {
  const many = (who: string) => Array.from({ length: 300 }, (_, index) => `${who}${index}`).sort();
  const none = { conflicts: [], origins: {} };
  const merged = mergeFields({}, { codes: { v: many('a'), fr: 1 } }, { codes: many('b') }, none);
  expect(merged).toEqual({ local: { codes: many('b') }, conflicts: ['codes'], origins: {} });
});
