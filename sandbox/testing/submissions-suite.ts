import { expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Op } from '#shared/sync/protocol.ts';
import { changesSince } from '../changes.ts';
import { applyMutations } from '../mutations.ts';
import type { Network } from '../network.ts';
import { type SubmissionAnswer, submissionAnswer, submit, submittedRound } from '../submissions.ts';
import {
  aClient,
  aDoc,
  aSubmission,
  creation,
  feedEnd,
  set,
  submissionOf,
  testNow,
  testSchema,
  trainingMember,
} from './builders.ts';

const opsOf = (fields: FieldMap): Op[] =>
  Object.entries(fields).map(([path, value]) => set(path, value as Extract<Op, { op: 'set' }>['v']));

const codeOf = (answer: SubmissionAnswer): string =>
  answer.kind === 'refused' ? answer.problem.code : 'received';

const jsonOf = (answer: SubmissionAnswer): string => {
  if (answer.kind === 'refused') throw new Error(answer.problem.code);
  return answer.json;
};

/** What `PUT /v1/submissions/{id}` promises, on any engine. */
export const describeSubmissions = (network: () => Network): void => {
  const drafted = async (fields: FieldMap, client = aClient()): Promise<DocId> => {
    const doc = aDoc();
    const answer = await applyMutations(network(), trainingMember, client, testSchema, {
      muts: [creation(doc, opsOf(fields))],
    });
    if (!answer.ok || answer.value.outcomes[0]?.outcome !== 'applied') throw new Error('not applied');
    return doc;
  };
  const put = (id: ReturnType<typeof aSubmission>, body: ReturnType<typeof submissionOf>) =>
    submit(network(), trainingMember, id, body);
  const fields = { title: 'Ready', countries: ['EC', 'PE'] };

  test('a submission is received with a training receipt, and the same again gets the same bytes', async () => {
    const doc = await drafted(fields);
    const body = submissionOf(doc, fields);
    const id = aSubmission();
    const first = await put(id, body);
    expect(first).toMatchObject({ kind: 'received', isNew: true });
    const receipt = JSON.parse(jsonOf(first)) as Receipt;
    expect(receipt).toEqual({
      receiptNo: expect.stringMatching(/^TRAIN-2026-\d{5}$/),
      doc,
      rev: 1,
      round: 1,
      contentHash: body.contentHash,
      receivedAt: new Date(testNow).toISOString(),
    });
    const again = { kind: 'received', isNew: false, json: jsonOf(first) };
    expect(await put(id, body)).toEqual(again);
    expect(await submissionAnswer(network(), trainingMember, id)).toEqual(again);
  });

  test('the feed tells every laptop of the receipt and the stage', async () => {
    const doc = await drafted(fields);
    const since = await feedEnd(network());
    const receipt = jsonOf(await put(aSubmission(), submissionOf(doc, fields)));
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
        rev: 1,
        stage: 'submitted',
        round: 1,
        fields: {},
        role: 'author',
        members: [expect.objectContaining({ account: 'training', role: 'author' })],
        endorsements: [],
        receipt: JSON.parse(receipt),
      },
    ]);
  });

  test('another body under a used id is a mismatch', async () => {
    const doc = await drafted(fields);
    const id = aSubmission();
    await put(id, submissionOf(doc, fields));
    expect(codeOf(await put(id, { ...submissionOf(doc, fields), rev: 2 }))).toBe('submission-mismatch');
  });

  test('a second submission of a round is answered with the receipt of the first', async () => {
    const doc = await drafted(fields);
    const first = jsonOf(await put(aSubmission(), submissionOf(doc, fields)));
    const second = await put(aSubmission(), submissionOf(doc, fields));
    expect(second).toMatchObject({
      kind: 'refused',
      problem: { code: 'already-submitted', receipt: JSON.parse(first) },
    });
  });

  test('a revision that moved on ends the id; the next id is received', async () => {
    const client = aClient();
    const doc = await drafted(fields, client);
    const stale = aSubmission();
    await applyMutations(network(), trainingMember, client, testSchema, {
      muts: [{ doc, n: 2, ops: [set('amount', 1)] }],
    });
    expect(codeOf(await put(stale, submissionOf(doc, fields)))).toBe('stale-revision');
    expect(codeOf(await put(stale, submissionOf(doc, fields)))).toBe('stale-revision');
    expect(codeOf(await submissionAnswer(network(), trainingMember, stale))).toBe('stale-revision');
    const fresh = submissionOf(doc, { ...fields, amount: 1 }, { rev: 2 });
    expect(codeOf(await put(aSubmission(), fresh))).toBe('received');
  });

  test('what breaks the rules of the template comes back with findings, and is no receipt', async () => {
    const broken = { title: '  ', countries: ['ZZ'], description: 'x'.repeat(3001) };
    const doc = await drafted(broken);
    const answer = await put(aSubmission(), submissionOf(doc, broken));
    expect(answer.kind === 'refused' && answer.problem).toMatchObject({ code: 'validation', status: 422 });
    const findings = answer.kind === 'refused' ? (answer.problem.findings ?? []) : [];
    expect(findings.map(({ path, code }) => [path, code])).toEqual([
      ['title', 'required'],
      ['description', 'too-long'],
      ['countries', 'not-an-option'],
    ]);
  });

  test('another content, round, template or an unknown document are refused by name', async () => {
    const doc = await drafted(fields);
    const body = submissionOf(doc, fields);
    expect(codeOf(await put(aSubmission(), { ...body, contentHash: '0'.repeat(64) }))).toBe(
      'content-mismatch',
    );
    expect(codeOf(await put(aSubmission(), { ...body, round: 2 }))).toBe('wrong-round');
    expect(codeOf(await put(aSubmission(), { ...body, template: 'practice@1' }))).toBe('kind-mismatch');
    expect(codeOf(await put(aSubmission(), { ...body, attachments: ['a'.repeat(64)] }))).toBe(
      'content-mismatch',
    );
    expect(codeOf(await put(aSubmission(), submissionOf(aDoc(), fields)))).toBe('not-found');
    expect(codeOf(await submissionAnswer(network(), trainingMember, aSubmission()))).toBe('not-found');
    expect(codeOf(await put(aSubmission(), body))).toBe('received');
  });

  const numberOf = (answer: SubmissionAnswer) => Number(/\d{5}/.exec(jsonOf(answer).slice(20))?.[0]);

  /** Receipts are numbered without gaps: how many were given since the one of `earlier`. */
  const receiptsSince = async (earlier: SubmissionAnswer): Promise<number> => {
    const next = await put(aSubmission(), submissionOf(await drafted(fields), fields));
    return numberOf(next) - numberOf(earlier) - 1;
  };

  test('fifty parallel PUTs of one submission are one row and one receipt', async () => {
    const doc = await drafted(fields);
    const id = aSubmission();
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(id, submissionOf(doc, fields))));
    expect(new Set(answers.map(jsonOf)).size).toBe(1);
    expect(answers.filter((answer) => answer.kind === 'received' && answer.isNew)).toHaveLength(1);
    expect(await receiptsSince(answers[0] as SubmissionAnswer)).toBe(0);
  });

  test('fifty parallel submissions of one round are one receipt, named in the other answers', async () => {
    const doc = await drafted(fields);
    const body = submissionOf(doc, fields);
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(aSubmission(), body)));
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'received')).toHaveLength(1);
    expect(codes.filter((code) => code === 'already-submitted')).toHaveLength(49);
    const received = answers.find((answer) => answer.kind === 'received');
    expect(await receiptsSince(received as SubmissionAnswer)).toBe(0);
  });

  test('receipt numbers leave no gap where a submission was refused', async () => {
    const [one, bad, two] = [await drafted(fields), await drafted({}), await drafted(fields)];
    const first = numberOf(await put(aSubmission(), submissionOf(one, fields)));
    await put(aSubmission(), submissionOf(bad, {}));
    expect(numberOf(await put(aSubmission(), submissionOf(two, fields)))).toBe(first + 1);
  });

  test('the snapshot keeps what was submitted, whatever is written later', async () => {
    const client = aClient();
    const doc = await drafted(fields, client);
    await put(aSubmission(), submissionOf(doc, fields));
    await applyMutations(network(), trainingMember, client, testSchema, {
      muts: [{ doc, n: 2, ops: [set('title', 'Later', 1)] }],
    });
    expect(await submittedRound(network(), trainingMember, doc, 1)).toEqual({
      ok: true,
      value: { doc, kind: 'pledge', template: 'pledge@1', round: 1, fields },
    });
  });
};
