import { describe, expect, test } from 'vitest';
import type { DocId } from '#shared/domain/ids.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';
import { settleConflict } from '#shared/sync/edit.ts';
import { freeze } from '#shared/sync/outbox.ts';
import { bin, deletionTold } from '#shared/sync/presence.ts';
import { prepareSubmission, requestSubmission } from '#shared/sync/submission.ts';
import { receiptFor, submissionId } from '#shared/sync/test-documents.ts';
import { bundleDocument } from './bundle-document.ts';
import { importDocument, obstacleTo, standingOf } from './import-document.ts';

const id = '0190a000-0000-7000-8000-000000000001' as DocId;
const known: DocumentState = {
  ...newDocument(id, 'pledge', 'pledge@2', { title: 'Old', language: 'en' }, 1_000),
  rev: 1,
  base: { title: { v: 'Old', fr: 1 }, language: { v: 'en', fr: 1 } },
};
const by = { madeBy: 'ana', own: 'ben', now: 9_000 };
const written = (local: DocumentState['local']) => ({ ...known, local: { ...known.local, ...local } });

test('a document that is not here comes as it is, and nothing of it is sent as one’s own', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  expect(standingOf(theirs, undefined)).toEqual({ standing: 'new', fields: [] });
  const state = importDocument(undefined, theirs, by);
  expect([state.local.title, state.role, state.rev, state.base]).toEqual(['Hers', 'reader', 1, known.base]);
});

test('edits of different fields are both taken', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  const mine = written({ language: 'es' });
  expect(standingOf(theirs, mine)).toEqual({ standing: 'differs', fields: ['title', 'language'] });
  expect(importDocument(mine, theirs, by).local).toEqual({ title: 'Hers', language: 'es' });
});

test('the same field keeps both versions for Compare, until the person has settled it', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  const merged = importDocument(written({ title: 'Mine' }), theirs, by);
  expect([merged.local.title, merged.handed, merged.conflicts, merged.origins]).toEqual([
    'Mine',
    { title: 'Hers' },
    ['title'],
    { title: 'Old' },
  ]);
  expect(importDocument(merged, theirs, by)).toEqual({ ...merged });
  const taken = settleConflict(merged, 'title', 'theirs', 10_000);
  expect([taken.local.title, taken.handed, taken.conflicts]).toEqual(['Hers', undefined, []]);
  const kept = settleConflict(merged, 'title', 'mine', 10_000);
  expect([kept.local.title, kept.handed, kept.conflicts]).toEqual(['Mine', undefined, []]);
});

test('a second colleague’s version of the same field waits until the person has chosen', () => {
  const first = bundleDocument(written({ title: 'Hers' }));
  const second = bundleDocument(written({ title: 'His' }));
  const merged = importDocument(written({ title: 'Mine' }), first, by);
  expect([obstacleTo(first, merged), obstacleTo(second, merged)]).toEqual([null, 'choice-open']);
  expect(importDocument(merged, second, by)).toBe(merged);
  const other = bundleDocument(written({ language: 'es' }));
  expect(importDocument(merged, other, by)).toMatchObject({
    local: { title: 'Mine', language: 'es' },
    handed: { title: 'Hers' },
  });
  const kept = settleConflict(merged, 'title', 'mine', 10_000);
  expect(importDocument(kept, second, by).handed).toEqual({ title: 'His' });
});

test('the Network’s newer fields come with the bundle, as with a page of the feed', () => {
  const theirs = bundleDocument({
    ...known,
    rev: 2,
    base: { ...known.base, title: { v: 'Newer', fr: 2 } },
    local: { ...known.local, title: 'Newer' },
  });
  const state = importDocument(written({ language: 'es' }), theirs, by);
  expect([state.rev, state.local]).toEqual([2, { title: 'Newer', language: 'es' }]);
});

test('what the Network has moved on from is older, and changes nothing', () => {
  const mine = {
    ...known,
    rev: 2,
    base: { ...known.base, title: { v: 'Newer', fr: 2 } },
    local: { ...known.local, title: 'Newer' },
  };
  expect(standingOf(bundleDocument(known), mine)).toEqual({ standing: 'older', fields: ['title'] });
  expect(importDocument(mine, bundleDocument(known), by)).toEqual(mine);
});

describe('a document that is not on the Desk', () => {
  const theirs = bundleDocument(written({ title: 'Hers' }));
  test('is put back where it lies in the bin, with what came', () => {
    const binned = bin(known, 2_000);
    expect(obstacleTo(theirs, binned)).toBeNull();
    const back = importDocument(binned, theirs, by);
    expect(back).toMatchObject({ presence: { at: 'here' }, local: { title: 'Hers' }, savedAt: by.now });
    expect(importDocument(back, theirs, { ...by, now: 10_000 })).toEqual(back);
    // Although not a word differs.
    const same = importDocument(binned, bundleDocument(known), by);
    expect(same).toEqual({ ...known, savedAt: by.now });
  });
  test('is left as it is where only the Network can bring it back, and says so', () => {
    const told = deletionTold(bin(known, 2_000));
    const away = { ...known, presence: { at: 'gone', since: 2_000, why: 'no-access' } } as const;
    expect([obstacleTo(theirs, told), obstacleTo(theirs, away)]).toEqual(['deleted', 'no-access']);
    for (const mine of [told, away]) expect(importDocument(mine, theirs, by)).toBe(mine);
  });
});

test('the same is the same', () => {
  expect(standingOf(bundleDocument(known), known)).toEqual({ standing: 'same', fields: [] });
  expect(importDocument(known, bundleDocument(known), by)).toEqual(known);
});

describe('on different versions of the form', () => {
  const later = {
    ...written({ title: 'Hers' }),
    template: 'pledge@3' as const,
    upgradedFrom: 'pledge@2' as const,
  };

  test('[TV3] the later one stands, its upgrade is told, and the words of both are there', () => {
    const mine = written({ language: 'es' });
    const merged = importDocument(mine, bundleDocument(later), by);
    expect(merged).toMatchObject({
      template: 'pledge@3',
      upgradedFrom: 'pledge@2',
      local: { title: 'Hers', language: 'es' },
    });
    expect(importDocument(merged, bundleDocument(later), by)).toEqual(merged);
  });

  test('[TV3] an earlier one brings its words and does not take the form back', () => {
    const mine = { ...later, local: { ...known.local, language: 'es' } };
    const theirs = bundleDocument(written({ title: 'Hers', partners: 'Two universities' }));
    expect(importDocument(mine, theirs, by)).toMatchObject({
      template: 'pledge@3',
      upgradedFrom: 'pledge@2',
      local: { title: 'Hers', language: 'es', partners: 'Two universities' },
    });
  });

  test('of a document that nobody has sent yet there is no upgrade to tell', () => {
    const unsent = newDocument(id, 'pledge', 'pledge@2', { title: 'Mine' }, 1_000);
    const theirs = bundleDocument({ ...unsent, template: 'pledge@3', local: { partners: 'Hers' } });
    expect(importDocument(unsent, theirs, by)).toMatchObject({
      template: 'pledge@3',
      upgradedFrom: null,
      local: { title: 'Mine', partners: 'Hers' },
    });
  });

  test('what the Network had gone over to since is not an upgrade of one’s own', () => {
    const theirs = bundleDocument({ ...known, rev: 2, template: 'pledge@3' });
    expect(importDocument(known, theirs, by)).toMatchObject({ template: 'pledge@3', upgradedFrom: null });
  });

  test('the same words on any two forms, in either order, end as the same document', () => {
    const forms = ['pledge@1', 'pledge@2', 'pledge@3'] as const;
    for (const [one, other] of forms.flatMap((a) => forms.map((b) => [a, b] as const))) {
      const [a, b] = [
        { ...written({ title: 'Hers' }), template: one },
        { ...written({ language: 'es' }), template: other },
      ];
      const [ab, ba] = [importDocument(a, bundleDocument(b), by), importDocument(b, bundleDocument(a), by)];
      expect([ab.template, ab.local]).toEqual([ba.template, ba.local]);
      expect(ab.local).toEqual({ title: 'Hers', language: 'es' });
    }
  });
});

describe('a bundle that comes back', () => {
  const asked = requestSubmission(freeze(written({ title: 'Hers' })), submissionId, 2_000);
  const contentHash = hashOf(asked, asked.local);
  const receipt = { ...receiptFor(asked), rev: 2, contentHash };
  const handedOver = {
    ...asked,
    rev: 2,
    stage: 'submitted' as const,
    base: { ...known.base, title: { v: 'Hers', fr: 2 } },
    outgoing: null,
    submission: null,
    receipt,
  };

  test('[OB8] carries the receipt of what this laptop asked for: it is received, and no longer asked', () => {
    const state = importDocument(asked, bundleDocument(handedOver), by);
    expect(state).toMatchObject({ stage: 'submitted', submission: null, receipt, attention: null, rev: 2 });
    expect(importDocument(state, bundleDocument(handedOver), by)).toEqual(state);
  });

  test('[OB8] carries it too where the Network had every word before, and the revision is the same', () => {
    const sent = { ...handedOver, stage: 'draft' as const, receipt: null, submission: asked.submission };
    expect(importDocument(sent, bundleDocument(handedOver), by)).toMatchObject({
      stage: 'submitted',
      submission: null,
      receipt,
    });
  });

  test('[OB6][EL4] leaves what is frozen as it is: its laptop sends it, and gets the stored answer', () => {
    expect(importDocument(asked, bundleDocument(handedOver), by).outgoing).toEqual(asked.outgoing);
  });

  test('[OB8] with a receipt for other words leaves the submission to the Network, and loses none of mine', () => {
    const other = {
      ...handedOver,
      stage: 'accepted' as const,
      receipt: { ...receipt, contentHash: '1'.repeat(64) },
    };
    const mine = { ...asked, local: { ...asked.local, partners: 'Two universities' } };
    const state = importDocument(mine, bundleDocument(other), by);
    expect(state).toMatchObject({
      submission: asked.submission,
      local: { partners: 'Two universities' },
      attention: { code: 'document-closed' },
    });
  });

  test('of an earlier round does not take back the receipt of a later one', () => {
    const mine = {
      ...handedOver,
      rev: 3,
      round: 2,
      receipt: { ...receipt, round: 2, receiptNo: 'TRAIN-2026-00009' },
    };
    expect(importDocument(mine, bundleDocument(handedOver), by).receipt).toEqual(mine.receipt);
  });
});

test('[OB7] a submission that was not sent yet is over when the Network tells a receipt of the same round and content', () => {
  const asked = requestSubmission(written({ title: 'Hers' }), submissionId, 2_000);
  const receipt = { ...receiptFor(asked), contentHash: hashOf(asked, asked.local) };
  const told = { ...asked, stage: 'submitted' as const, receipt };
  expect(prepareSubmission(told)).toMatchObject({ submission: null, receipt, attention: null });
  const ofAnother = {
    ...told,
    stage: 'accepted' as const,
    receipt: { ...receipt, contentHash: '1'.repeat(64) },
  };
  expect(prepareSubmission(ofAnother)).toMatchObject({
    submission: null,
    attention: { code: 'document-closed' },
  });
  const ofAnEarlier = { ...asked, round: 2, receipt, submission: { ...asked.submission, round: 2 } };
  expect(prepareSubmission(ofAnEarlier as typeof asked).submission).not.toBe(null);
});
