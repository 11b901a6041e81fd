import { expect, test } from 'vitest';
import { applyChange, applyWhole } from './apply-change.ts';
import { type DocumentState, hasUnsentEdits } from './document-state.ts';
import { acknowledge, freeze } from './outbox.ts';
import type { Element } from './protocol.ts';
import { upgradeTemplate } from './template-upgrade.ts';
import { appliedOutcome, begun, change, docId, synced } from './test-documents.ts';

const frozen = (state: DocumentState): Element | null =>
  JSON.parse(freeze(state).outgoing?.body ?? 'null') as Element | null;

const onTwo = (state: DocumentState): DocumentState => upgradeTemplate(state, 'pledge@2', 2000);

test('[TV3] an upgrade keeps every value and conflict, and waits to be told', () => {
  const state = synced({ title: 'A', old: 'kept' });
  expect(onTwo(state)).toEqual({
    ...state,
    template: 'pledge@2',
    upgradedFrom: 'pledge@1',
    savedAt: 2000,
  });
  expect(hasUnsentEdits(onTwo(state))).toBe(true);
});

test.each(['pledge@1', 'practice@2'])(
  '[TV2] %s is no later version of pledge@1 and changes nothing',
  (ref) => {
    const state = synced({ title: 'A' });
    expect(upgradeTemplate(state, ref, 2000)).toBe(state);
  },
);

test('[TV1] the next element says the upgrade, with its edits or alone', () => {
  const state = onTwo(synced({ title: 'A' }));
  expect(frozen(state)).toEqual({ doc: docId, n: 2, upgrade: 'pledge@2', ops: [] });
  expect(frozen({ ...state, local: { title: 'B' } })).toEqual({
    doc: docId,
    n: 2,
    upgrade: 'pledge@2',
    ops: [{ f: 'title', fr: 1, op: 'set', v: 'B' }],
  });
});

test('[TV1] once it is applied, nothing more waits', () => {
  const state = acknowledge(freeze(onTwo(synced({ title: 'A' }))), appliedOutcome(2, 2));
  expect(state).toMatchObject({ template: 'pledge@2', upgradedFrom: null });
  expect(freeze(state).outgoing).toBeNull();
});

test('[TV1] an upgrade over one that is on its way is told after it', () => {
  const onItsWay = freeze(onTwo(synced({ title: 'A' })));
  const onThree = acknowledge(upgradeTemplate(onItsWay, 'pledge@3', 3000), appliedOutcome(2, 2));
  expect(onThree).toMatchObject({ template: 'pledge@3', upgradedFrom: 'pledge@2' });
  expect(frozen(onThree)).toMatchObject({ n: 3, upgrade: 'pledge@3' });
});

test('[TV1] a document that was never on the wire is made on the new version; one that was is told of it', () => {
  expect(frozen(onTwo(begun({ title: 'A' })))).toMatchObject({
    n: 1,
    create: { kind: 'pledge', template: 'pledge@2' },
  });
  const sent = onTwo(freeze(begun({ title: 'A' })));
  expect(frozen({ ...sent, outgoing: null })).toMatchObject({
    create: { kind: 'pledge', template: 'pledge@1' },
    upgrade: 'pledge@2',
  });
});

test('[TV3] of two laptops, the later version stands on both', () => {
  const mine = onTwo(synced({ title: 'A' }));
  expect(applyChange(mine, change(2, {}, { template: 'pledge@3' }), 3000)).toMatchObject({
    template: 'pledge@3',
    upgradedFrom: null,
  });
  expect(applyChange(mine, change(2, {}, { template: 'pledge@1' }), 3000)).toMatchObject({
    template: 'pledge@2',
    upgradedFrom: 'pledge@1',
  });
  expect(applyChange(synced({ title: 'A' }), change(2, {}, { template: 'pledge@2' }), 3000)).toMatchObject({
    template: 'pledge@2',
    upgradedFrom: null,
  });
});

test('[TV3] a restored Network that has the earlier version is told of the later one again', () => {
  const state = acknowledge(freeze(onTwo(synced({ title: 'A' }))), appliedOutcome(2, 2));
  const told = change(1, { title: { v: 'A', fr: 1 } }, { whole: true });
  expect(applyWhole(state, told, 3000, null)).toMatchObject({
    template: 'pledge@2',
    upgradedFrom: 'pledge@1',
  });
});
