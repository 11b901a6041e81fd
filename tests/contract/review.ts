import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { check } from './check.ts';
import {
  aComment,
  aDoc,
  anId,
  aSubmission,
  change,
  creation,
  jsonOf,
  must,
  mustBe,
  mustRefuse,
  type NetworkClient,
  set,
  setAll,
  submissionOf,
} from './network-client.ts';

const samplePath = fileURLToPath(
  new URL('../../resources/samples/pledge-civil-registration-en.json', import.meta.url),
);
/** A pledge that keeps every rule of its template. */
const sound = (JSON.parse(readFileSync(samplePath, 'utf8')) as { fields: FieldMap }).fields;

const makeSound = async (author: NetworkClient): Promise<DocId> => {
  const doc = aDoc();
  mustBe((await author.pushOne(creation(doc, setAll(sound)))).outcome, 'applied', 'the sample');
  return doc;
};

const receiptOf = (text: string) => receiptSchema.parse(JSON.parse(text));

const decide = (who: NetworkClient, doc: DocId, round: number, verdict: string, id = anId()) =>
  who.ask('PUT', `/v1/decisions/${id}`, { body: { doc, round, verdict, note: '' } });

export const reviewChecks = [
  check('SU1 SU8', 'a submission gets a receipt; the same again gets it to the byte', async ({ author }) => {
    const doc = await makeSound(author);
    const [id, body] = [aSubmission(), submissionOf(doc, sound)];
    const first = await author.submit(id, body);
    mustBe(first.status, 201, first.text.slice(0, 300));
    const receipt = receiptOf(first.text);
    mustBe(
      [receipt.doc, receipt.rev, receipt.round, receipt.contentHash],
      [doc, 1, 1, body.contentHash],
      'receipt',
    );
    const again = await author.submit(id, body);
    mustBe([again.status, again.text], [200, first.text], 'the same again');
    mustBe((await author.ask('GET', `/v1/submissions/${id}`)).text, first.text, 'asked for');
    const told = await author.document(doc);
    mustBe([told.stage, told.receipt?.receiptNo], ['submitted', receipt.receiptNo], 'told');
  }),
  check('SU3', '50 parallel submissions of one document: one is received', async ({ author }) => {
    const doc = await makeSound(author);
    const body = submissionOf(doc, sound);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => author.another().submit(aSubmission(), body)),
    );
    mustBe(answers.filter(({ status }) => status === 201).length, 1, 'received');
    const others = answers
      .filter(({ status }) => status !== 201)
      .map((answer) => mustRefuse(answer, 409, 'already-submitted').receipt?.receiptNo);
    mustBe(new Set(others).size, 1, 'different receipts');
  }),
  check('SU1 SU3', '50 times the same submission at once: one receipt', async ({ author }) => {
    const doc = await makeSound(author);
    const [id, body] = [aSubmission(), submissionOf(doc, sound)];
    const answers = await Promise.all(Array.from({ length: 50 }, () => author.submit(id, body)));
    mustBe(new Set(answers.map(({ text }) => text)).size, 1, 'different answers');
    mustBe(answers.filter(({ status }) => status === 201).length, 1, '201');
  }),
  check('SU2', 'the same id with another body is refused', async ({ author }) => {
    const doc = await makeSound(author);
    const [id, body] = [aSubmission(), submissionOf(doc, sound)];
    await author.submit(id, body);
    mustRefuse(await author.submit(id, { ...body, rev: 7 }), 409, 'submission-mismatch');
  }),
  check(
    'SU4',
    'another revision, another content and broken rules end the id, each by its name',
    async ({ author }) => {
      const doc = await makeSound(author);
      const stale = aSubmission();
      const old = submissionOf(doc, sound, { rev: 4 });
      mustRefuse(await author.submit(stale, old), 409, 'stale-revision');
      mustRefuse(await author.submit(stale, old), 409, 'stale-revision');
      mustRefuse(
        await author.submit(aSubmission(), submissionOf(doc, { ...sound, title: 'Another' })),
        409,
        'content-mismatch',
      );
      const empty = aDoc();
      await author.pushOne(creation(empty, [set('title', 'Only a title')]));
      const problem = mustRefuse(
        await author.submit(aSubmission(), submissionOf(empty, { title: 'Only a title' })),
        422,
        'validation',
      );
      must((problem.findings?.length ?? 0) > 0, 'no findings');
      mustBe(
        (await author.submit(aSubmission(), submissionOf(doc, sound))).status,
        201,
        'a sound one afterwards',
      );
    },
  ),
  check(
    'SU6',
    'what is cancelled is never received; what is received cannot be cancelled',
    async ({ author }) => {
      const doc = await makeSound(author);
      const [never, body] = [aSubmission(), submissionOf(doc, sound)];
      const cancelled = await author.ask('DELETE', `/v1/submissions/${never}`);
      mustBe([cancelled.status, jsonOf(cancelled)], [200, { id: never, state: 'cancelled' }], 'cancelled');
      mustBe((await author.ask('DELETE', `/v1/submissions/${never}`)).text, cancelled.text, 'again');
      mustRefuse(await author.submit(never, body), 409, 'cancelled');
      const received = aSubmission();
      const receipt = receiptOf((await author.submit(received, body)).text);
      mustBe(
        mustRefuse(await author.ask('DELETE', `/v1/submissions/${received}`), 409, 'already-submitted')
          .receipt?.receiptNo,
        receipt.receiptNo,
        'receipt',
      );
    },
  ),
  check(
    'RE3 RE4 SU3',
    'a return begins the next round, in which the document is submitted again',
    async ({ author, reviewer }) => {
      const doc = await makeSound(author);
      await author.submit(aSubmission(), submissionOf(doc, sound));
      mustRefuse(await decide(author, doc, 1, 'returned'), 403, 'forbidden');
      const id = anId();
      const returned = await decide(reviewer, doc, 1, 'returned', id);
      mustBe(
        [returned.status < 300, jsonOf(returned)],
        [true, { doc, stage: 'returned', round: 2 }],
        'decision',
      );
      mustBe(jsonOf(await decide(reviewer, doc, 1, 'returned', id)), jsonOf(returned), 'the same again');
      must((await decide(reviewer, doc, 1, 'accepted')).status === 409, 'the same round is decided twice');
      const next = { ...sound, title: 'A better title for the second round' };
      const { fields } = await author.document(doc);
      await author.pushOne(change(doc, 2, [set('title', next.title, fields.title?.fr ?? 0)]));
      mustRefuse(
        await author.submit(aSubmission(), submissionOf(doc, next, { rev: 2, round: 1 })),
        409,
        'already-submitted',
      );
      const second = await author.submit(aSubmission(), submissionOf(doc, next, { rev: 2, round: 2 }));
      mustBe(second.status, 201, second.text.slice(0, 300));
      const first = jsonOf(await author.ask('GET', `/v1/docs/${doc}/rounds/1`)) as { fields: FieldMap };
      mustBe(first.fields.title, sound.title, 'what was received in round 1');
      mustBe((await decide(reviewer, doc, 2, 'accepted')).status < 300, true, 'accepted');
      const outcome = await author.pushOne(change(doc, 3, [set('title', 'Too late', 2)]));
      mustBe(
        outcome.outcome === 'rejected' && outcome.problem.code,
        'document-closed',
        '[EL14] an edit afterwards',
      );
    },
  ),
  check('RE5', 'reviewers see no draft', async ({ author, reviewer }) => {
    const doc = await makeSound(author);
    must((await reviewer.told(doc)) === undefined, 'a draft is told to a reviewer');
    must((await decide(reviewer, doc, 1, 'returned')).status >= 400, 'a draft is decided');
    const body = {
      doc,
      comment: {
        id: aComment(),
        round: 1,
        path: null,
        quote: null,
        replyTo: null,
        text: 'Seen',
        resolves: false,
      },
    };
    must(
      (await reviewer.ask('PUT', `/v1/comments/${body.comment.id}`, { body })).status >= 400,
      'a draft is commented on',
    );
  }),
  check(
    'RE1 RE2 RE7',
    'a comment comes once, to everybody, with who said it',
    async ({ author, reviewer }) => {
      const doc = await makeSound(author);
      await author.submit(aSubmission(), submissionOf(doc, sound));
      const since = await author.end();
      const id = aComment();
      const comment = {
        id,
        round: 1,
        path: 'description',
        quote: 'thirty days',
        replyTo: null,
        text: 'From when on?',
        resolves: false,
      };
      const put = () => reviewer.ask('PUT', `/v1/comments/${id}`, { body: { doc, comment } });
      const first = await put();
      mustBe(first.status < 300, true, first.text.slice(0, 300));
      mustBe((await put()).text, first.text, 'the same again');
      const told = (await author.told(doc, since))?.comments ?? [];
      mustBe(
        told.map(({ text, author: { voice } }) => [text, voice]),
        [['From when on?', 'reviewer']],
        'told',
      );
      const reply = {
        ...comment,
        id: aComment(),
        quote: null,
        replyTo: id,
        text: 'From the day of birth.',
        resolves: true,
      };
      mustBe(
        (await author.ask('PUT', `/v1/comments/${reply.id}`, { body: { doc, comment: reply } })).status < 300,
        true,
        'reply',
      );
      mustBe(((await author.document(doc)).comments ?? []).length, 2, 'comments');
      const astray = { ...reply, id: aComment(), replyTo: aComment() };
      must(
        (await author.ask('PUT', `/v1/comments/${astray.id}`, { body: { doc, comment: astray } })).status >=
          400,
        'a reply to nothing',
      );
      const nowhere = { ...comment, id: aComment(), path: 'noSuchField' };
      mustRefuse(
        await author.ask('PUT', `/v1/comments/${nowhere.id}`, { body: { doc, comment: nowhere } }),
        422,
        'unknown-path',
      );
    },
  ),
  check('EL14', 'a draft can be deleted by its author, and takes nothing afterwards', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(creation(doc, [set('title', 'A')]));
    const since = await author.end();
    const deleted = await author.ask('DELETE', `/v1/docs/${doc}`);
    mustBe([deleted.status, jsonOf(deleted)], [200, { id: doc, deleted: true }], 'deleted');
    mustBe((await author.ask('DELETE', `/v1/docs/${doc}`)).status, 200, 'again');
    mustBe((await author.told(doc, since))?.deleted, true, 'told');
    const outcome = await author.pushOne(change(doc, 2, [set('title', 'B', 1)]));
    mustBe(outcome.outcome === 'rejected' && outcome.problem.code, 'document-deleted', 'an edit afterwards');
  }),
];
