import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeDocId } from '#shared/domain/ids.ts';
import { type Template, templateSchema } from '#shared/domain/template.ts';
import { summaryOf } from '#shared/domain/test-summary.ts';
import { openUpdate, valuesAbout, valuesAboutElsewhere } from './documents-about.ts';

const read = (ref: string): Template =>
  templateSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../resources/templates/${ref}.json`, import.meta.url), 'utf8')),
  ) as Template;

const receipt = {
  receiptNo: 'N-2026-00417',
  doc: summaryOf().id,
  rev: 3,
  round: 1,
  contentHash: '0'.repeat(64),
  receivedAt: '2026-03-05T16:20:00Z',
};
const pledge = summaryOf({ kind: 'pledge', title: 'Night shelters', receipt, objectives: ['15', '4'] });

test('an update takes over the title and the receipt of its pledge', () => {
  expect(valuesAbout(read('pledge-update@2'), pledge)).toEqual({
    pledgeDocument: pledge.id,
    title: 'Night shelters',
    pledgeId: 'N-2026-00417',
  });
});

test('a matching pledge says so, names the pledge that it matches and begins with its objectives', () => {
  expect(valuesAbout(read('pledge@2'), pledge)).toEqual({
    matchedPledge: pledge.id,
    pledgeType: 'matching',
    matchedPledgeTitle: 'Night shelters',
    matchedPledgeId: 'N-2026-00417',
    objectives: ['15', '4'],
  });
});

test('about a pledge that was written elsewhere, the form asks for its title and ID', () => {
  expect(valuesAboutElsewhere(read('pledge@2'), 'pledge')).toEqual({ pledgeType: 'matching' });
  expect(valuesAboutElsewhere(read('pledge-update@2'), 'pledge')).toEqual({});
});

test('of a form that names no other document, nothing is filled', () => {
  expect(valuesAbout(read('practice@2'), pledge)).toEqual({});
});

test('an update is open until the Network has closed it, or until it lies in the bin', () => {
  const [one, two, three] = [1, 2, 3].map((at) => makeDocId(at, (length) => new Uint8Array(length)));
  const update = summaryOf({ id: two as never, kind: 'pledge-update', about: pledge.id });
  const open = (...others: ReturnType<typeof summaryOf>[]) => openUpdate(others, pledge.id)?.id;
  expect(open(update)).toBe(two);
  expect(open({ ...update, stage: 'returned' })).toBe(two);
  expect(open({ ...update, stage: 'accepted' }, { ...update, presence: 'bin' })).toBeUndefined();
  expect(
    open({ ...update, about: one as never }, summaryOf({ id: three as never, about: pledge.id })),
  ).toBeUndefined();
});
