import { expect, test } from 'vitest';
import { maxAmountMinor } from '#shared/domain/money.ts';
import type { Element, MutationsAnswer } from '#shared/sync/protocol.ts';
import { baseHash } from '#shared/sync/splice.ts';
import { changesSince } from '../changes.ts';
import { applyMutations } from '../mutations.ts';
import type { Network } from '../network.ts';
import {
  aClient,
  aDoc,
  creation,
  del,
  feedEnd,
  person,
  set,
  testSchema,
  trainingMember,
} from './builders.ts';

const item = '0000000001';

/** Sends elements as one client and answers what came of them. */
const sender = (network: () => Network, client = aClient()) => {
  const send = async (muts: Element[], since?: string): Promise<MutationsAnswer> => {
    const answer = await applyMutations(network(), trainingMember, client, testSchema, {
      muts,
      ...(since === undefined ? {} : { since }),
    });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const outcome = async (element: Element) => {
    const [first] = (await send([element])).outcomes;
    return first;
  };
  return { send, outcome };
};

const codeOf = (outcome: MutationsAnswer['outcomes'][number] | undefined): string =>
  outcome?.outcome === 'rejected' ? outcome.problem.code : (outcome?.outcome ?? 'nothing');

/** What `POST /v1/mutations` promises, on any engine. */
export const describeMutations = (network: () => Network): void => {
  test('an element creates a document, the next ones change it field by field', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    const since = await feedEnd(network());
    expect(await outcome(creation(doc, [set('title', 'One')]))).toEqual({
      doc,
      n: 1,
      outcome: 'applied',
      rev: 1,
    });
    await outcome({ doc, n: 2, ops: [set('countries', ['PE', 'EC']), set('amount', 5)] });
    await outcome({ doc, n: 3, ops: [del('title', 1), set(`participants/${item}`, true)] });
    const changes = await changesSince(network(), trainingMember, {
      since: since,
      limit: 500,
      schema: testSchema,
    });
    expect(changes.ok && changes.value.docs).toEqual([
      {
        id: doc,
        kind: 'pledge',
        template: 'pledge@1',
        rev: 3,
        stage: 'draft',
        round: 1,
        whole: true,
        role: 'author',
        members: [expect.objectContaining({ account: 'training', role: 'author', state: 'member' })],
        endorsements: [],
        fields: {
          countries: { fr: 2, v: ['EC', 'PE'] },
          amount: { fr: 2, v: 5 },
          [`participants/${item}`]: { fr: 3, v: true },
        },
      },
    ]);
  });

  test('the largest exact integer, emoji and every kind of quote come back as they were sent', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    const text = 'a"b\\c\n\t\u0001\u007f\u2028 مرحبا 移徙 👩‍👩‍👧 {"v":null}';
    const since = await feedEnd(network());
    await outcome(creation(doc, [set('title', text), set('amount', Number.MAX_SAFE_INTEGER)]));
    const changes = await changesSince(network(), trainingMember, {
      since: since,
      limit: 500,
      schema: testSchema,
    });
    expect(changes.ok && changes.value.docs[0]?.fields).toEqual({
      title: { fr: 1, v: text },
      amount: { fr: 1, v: Number.MAX_SAFE_INTEGER },
    });
  });

  test('a repeat of the last n gets the stored outcome and is not applied again', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    const first = creation(doc, [set('title', 'One')]);
    await outcome(first);
    expect(await outcome(first)).toEqual({ doc, n: 1, outcome: 'applied', rev: 1 });
    expect(await outcome({ doc, n: 2, ops: [set('title', 'Two', 1)] })).toEqual({
      doc,
      n: 2,
      outcome: 'applied',
      rev: 2,
    });
    expect(await outcome(first)).toEqual({ doc, n: 1, outcome: 'duplicate' });
  });

  test('another content under a used n is a mismatch, and changes nothing', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    await outcome(creation(doc, [set('title', 'One')]));
    expect(codeOf(await outcome(creation(doc, [set('title', 'Other')])))).toBe('mutation-mismatch');
    expect(codeOf(await outcome({ doc, n: 2, ops: [set('title', 'Two', 1)] }))).toBe('applied');
  });

  test('an n that leaves a gap names the one that is expected', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    await outcome(creation(doc, []));
    expect(await outcome({ doc, n: 3, ops: [] })).toEqual({ doc, n: 3, outcome: 'gap', expected: 2 });
    expect(codeOf(await outcome({ doc, n: 2, ops: [] }))).toBe('applied');
  });

  test('a field that moved on is a conflict: nothing of the element is applied, n is used up', async () => {
    const mine = sender(network);
    const theirs = sender(network);
    const doc = aDoc();
    await mine.outcome(creation(doc, [set('title', 'One')]));
    await theirs.outcome({ doc, n: 1, ops: [set('title', 'Theirs', 1)] });
    const element: Element = { doc, n: 2, ops: [set('amount', 3), set('title', 'Mine', 1)] };
    const conflict = {
      doc,
      n: 2,
      outcome: 'conflict',
      rev: 2,
      fields: { title: { fr: 2, v: 'Theirs' } },
    };
    expect(await mine.outcome(element)).toEqual(conflict);
    expect(await mine.outcome(element)).toEqual(conflict);
    const after = { doc, n: 3, ops: [set('amount', 3), set('title', 'Mine', 2)] };
    expect(await mine.outcome(after)).toEqual({ doc, n: 3, outcome: 'applied', rev: 3 });
  });

  test('a tombstone is a state like another: writing over it needs its revision', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    await outcome(creation(doc, [set('title', 'One')]));
    await outcome({ doc, n: 2, ops: [del('title', 1)] });
    const late = await outcome({ doc, n: 3, ops: [set('title', 'Late', 1)] });
    expect(late).toMatchObject({ outcome: 'conflict', fields: { title: { fr: 2, deleted: true } } });
    expect(codeOf(await outcome({ doc, n: 4, ops: [set('title', 'Again', 2)] }))).toBe('applied');
  });

  test('splices change the text that they were made for, and no other', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    await outcome(creation(doc, [set('description', 'a 👩 walks')]));
    const splice = (base: string, n: number, fr: number, at: number): Element => ({
      doc,
      n,
      ops: [{ f: 'description', fr, op: 'splice', s: [[at, 0, 'x']], h: baseHash(base) }],
    });
    expect(codeOf(await outcome(splice('another text', 2, 1, 0)))).toBe('bad-splice');
    expect(codeOf(await outcome(splice('a 👩 walks', 3, 1, 3)))).toBe('bad-splice');
    expect(codeOf(await outcome(splice('a 👩 walks', 4, 1, 4)))).toBe('applied');
    expect(codeOf(await outcome(splice('a 👩x walks', 5, 2, 1000)))).toBe('bad-splice');
    expect(codeOf(await outcome({ doc, n: 6, ops: [set('amount', 1)] }))).toBe('applied');
    const onNumber: Element = {
      doc,
      n: 7,
      ops: [{ f: 'amount', fr: 3, op: 'splice', s: [[0, 0, '1']], h: '0'.repeat(16) }],
    };
    expect(codeOf(await outcome(onNumber))).toBe('bad-splice');
  });

  test('what the template does not have is refused by name, and the documents beside it go through', async () => {
    const { send } = sender(network);
    const [good, strange, other, uncreated] = [aDoc(), aDoc(), aDoc(), aDoc()];
    const { outcomes } = await send([
      creation(strange, [set('nosuchfield', 1)]),
      creation(good, [set('title', 'Good')]),
      { doc: other, n: 1, create: { kind: 'practice', template: 'pledge@1' }, ops: [] },
      { doc: uncreated, n: 1, ops: [set('title', 'x')] },
      creation(aDoc(), [set('title', 'a'), set('title', 'b')]),
      creation(aDoc(), [set('title', 'a', 7)]),
    ]);
    expect(outcomes.map(codeOf)).toEqual([
      'unknown-path',
      'applied',
      'kind-mismatch',
      'not-created',
      'malformed',
      'malformed',
    ]);
  });

  test.each<readonly [string, string, Parameters<typeof set>[1], string]>([
    ['a day that the calendar has not', 'start', '2027-02-30', 'not-a-date'],
    ['a number where text belongs', 'title', 7, 'wrong-kind'],
    ['too large an amount', 'cost', { minor: maxAmountMinor + 1, currency: 'USD' }, 'amount-too-large'],
    ['an item that is not there or not', `participants/${item}`, false, 'wrong-kind'],
  ])('%s is refused by name and nothing of the element is applied', async (_, path, value, code) => {
    const { outcome } = sender(network);
    const doc = aDoc();
    const since = await feedEnd(network());
    expect(await outcome(creation(doc, [set('countries', ['PE']), set(path, value)]))).toMatchObject({
      outcome: 'rejected',
      problem: { code: 'validation', findings: [{ path, code }] },
    });
    await outcome({ ...creation(doc, [set('title', 'Two')]), n: 2 });
    const changes = await changesSince(network(), trainingMember, {
      since: since,
      limit: 500,
      schema: testSchema,
    });
    expect(changes.ok && changes.value.docs[0]?.fields).toEqual({ title: { fr: 1, v: 'Two' } });
  });

  test('an unknown template version does not use n up: the outbox can wait for it', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    const future: Element = { doc, n: 1, create: { kind: 'pledge', template: 'pledge@9' }, ops: [] };
    expect(codeOf(await outcome(future))).toBe('schema-unsupported');
    expect(codeOf(await outcome(creation(doc, [])))).toBe('applied');
  });

  test('a closed document takes nothing any more', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    await outcome(creation(doc, []));
    await network().store.transaction(async (rows) => {
      const [document] = await rows.documents([doc]);
      if (document) await rows.saveDocuments([{ ...document, stage: 'accepted' }]);
    });
    expect(codeOf(await outcome({ doc, n: 2, ops: [set('title', 'x')] }))).toBe('document-closed');
  });

  test('a document in which one has no part is not touched', async () => {
    const { outcome } = sender(network);
    const doc = aDoc();
    await applyMutations(network(), person('tomas'), aClient(), testSchema, { muts: [creation(doc, [])] });
    expect(codeOf(await outcome({ doc, n: 1, ops: [set('title', 'x')] }))).toBe('forbidden');
  });

  test('changes in the answer leave out exactly what this request wrote, and the cursor passes it', async () => {
    const mine = sender(network);
    const theirs = sender(network);
    const [shared, own] = [aDoc(), aDoc()];
    await mine.send([creation(shared, [set('title', 'One')])]);
    const since = await feedEnd(network());
    await theirs.send([{ doc: shared, n: 1, ops: [set('amount', 7)] }]);
    const answer = await mine.send(
      [{ doc: shared, n: 2, ops: [set('description', 'mine')] }, creation(own, [set('title', 'Own')])],
      since,
    );
    expect(answer.changes?.docs).toEqual([
      {
        id: shared,
        kind: 'pledge',
        template: 'pledge@1',
        rev: 3,
        stage: 'draft',
        round: 1,
        fields: { amount: { fr: 2, v: 7 } },
      },
    ]);
    const rest = await changesSince(network(), trainingMember, {
      since: answer.changes?.cursor,
      limit: 500,
      schema: testSchema,
    });
    expect(rest.ok && rest.value.docs).toEqual([]);
  });

  test('forty laptops write to one document at once: every number is taken once', async () => {
    const doc = aDoc();
    await sender(network).outcome(creation(doc, [set('title', '')]));
    const race = Array.from({ length: 40 }, async (_, index) =>
      sender(network).outcome({ doc, n: 1, ops: [set('title', `by ${index}`, 1)] }),
    );
    const outcomes = (await Promise.all(race)).map(codeOf);
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(39);
  });

  test('more ops than a batch takes are refused as a whole, naming the limit', async () => {
    const ops = Array.from({ length: 501 }, (_, index) =>
      set(`participants/${String(index).padStart(10, '0')}`, true),
    );
    const muts = [creation(aDoc(), ops), creation(aDoc(), ops)];
    const answer = await applyMutations(network(), trainingMember, aClient(), testSchema, { muts });
    expect(answer).toMatchObject({ ok: false, error: { code: 'batch-too-large', max: 1000 } });
  });
};
