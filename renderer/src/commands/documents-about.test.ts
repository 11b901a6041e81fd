import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeDocId } from '#shared/domain/ids.ts';
import { type Template, templateFields, templateSchema } from '#shared/domain/template.ts';
import { summaryOf } from '#shared/domain/test-summary.ts';
import {
  editsToAgree,
  editsToFill,
  openUpdate,
  openUpdateBeside,
  type ReferenceField,
  valuesAbout,
  valuesAboutElsewhere,
} from './documents-about.ts';

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

describe.each(['pledge@2', 'pledge-update@2'])('naming another document in %s', (ref) => {
  const field = templateFields(read(ref)).find(({ kind }) => kind === 'document') as ReferenceField;
  const { title = '', receipt: id = '' } = field.fills ?? {};
  const edits = (...change: Parameters<typeof editsToFill> extends [unknown, ...infer Rest] ? Rest : never) =>
    Object.fromEntries(editsToFill(field, ...change));
  const other = summaryOf({
    id: makeDocId(9, (length) => new Uint8Array(length)),
    kind: 'pledge',
    title: 'Clinics on wheels',
    receipt: { ...receipt, receiptNo: 'N-2026-00999' },
  });
  const begun = { [field.id]: pledge.id, [title]: 'Night shelters', [id]: 'N-2026-00417' };

  test('replaces what the one before had filled in', () => {
    expect(edits(begun, pledge, other)).toEqual({
      [title]: 'Clinics on wheels',
      [id]: 'N-2026-00999',
    });
  });

  test('leaves no ID of the one before where the new one has none, and none when the name is cleared', () => {
    expect(edits(begun, pledge, { ...other, receipt: null })).toEqual({
      [title]: 'Clinics on wheels',
      [id]: undefined,
    });
    expect(edits(begun, pledge, undefined)).toEqual({
      [title]: undefined,
      [id]: undefined,
    });
  });

  test('keeps words of the person’s own, and says what would agree', () => {
    const own = { ...begun, [title]: 'Shelters at night' };
    expect(edits(own, pledge, other)).toEqual({ [id]: 'N-2026-00999' });
    const after = { ...own, [field.id]: other.id, [id]: 'N-2026-00999' };
    expect([...editsToAgree(field, after, other)]).toEqual([[title, 'Clinics on wheels']]);
  });

  test('is at odds with nothing where it is not on this laptop, or where nothing is filled in', () => {
    expect(editsToAgree(field, begun, undefined).size).toBe(0);
    expect(editsToAgree(field, { [field.id]: pledge.id }, pledge).size).toBe(0);
    expect(editsToAgree(field, begun, pledge).size).toBe(0);
  });
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

test('a second update of a pledge is one beside the first, while both are open', () => {
  const [first, second] = [1, 2].map((at) =>
    summaryOf({
      id: makeDocId(at, (length) => new Uint8Array(length)),
      kind: 'pledge-update',
      about: pledge.id,
    }),
  );
  if (first === undefined || second === undefined) throw new Error('two updates wanted');
  const beside = (own: typeof first, ...others: (typeof first)[]) =>
    openUpdateBeside([own, ...others], own, pledge.id)?.id;
  expect(beside({ ...second, about: null }, first)).toBe(first.id);
  expect(beside(second)).toBeUndefined();
  expect(beside(second, { ...first, stage: 'accepted' })).toBeUndefined();
  expect(beside({ ...second, stage: 'accepted' }, first)).toBeUndefined();
  expect(beside({ ...second, kind: 'pledge' }, first)).toBeUndefined();
});
