import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import type { Element } from '#shared/sync/protocol.ts';
import { headers } from '#shared/sync/protocol-version.ts';
import { check } from './check.ts';
import {
  type Answer,
  aDoc,
  anId,
  aSubmission,
  change,
  creation,
  jsonOf,
  mustBe,
  mustRefuse,
  type NetworkClient,
  set,
  setAll,
  signIn,
  submissionOf,
} from './network-client.ts';

const samplePath = fileURLToPath(
  new URL('../../resources/samples/pledge-civil-registration-en.json', import.meta.url),
);
const sound = (JSON.parse(readFileSync(samplePath, 'utf8')) as { fields: FieldMap }).fields;

/** `sender` brings an element of `person`'s laptop, to the byte. */
const bring = (sender: NetworkClient, person: NetworkClient, element: Element): Promise<Answer> =>
  sender.ask('POST', '/v1/mutations', {
    raw: `{"muts":[${canonicalJson(element as unknown as Json)}]}`,
    headers: {
      'content-type': 'application/json',
      [headers.client]: person.client,
      [headers.onBehalfOf]: encodeURIComponent(person.account),
    },
  });

const outcomeOf = (answer: Answer): unknown => {
  mustBe(answer.status, 200, answer.text.slice(0, 300));
  return (jsonOf(answer) as { outcomes: readonly unknown[] }).outcomes[0];
};

const invite = async (author: NetworkClient, doc: DocId, email: string, role: string): Promise<void> => {
  const body = { doc, email, role };
  mustBe((await author.ask('PUT', `/v1/invitations/${anId()}`, { body })).status, 200, 'invitation');
};

export const onBehalfChecks = [
  check(
    'OB1 OB6 EL5',
    'what a colleague brought is applied once, and its own laptop gets the same outcome later',
    async ({ author, colleague }) => {
      const person = author.another();
      const doc = aDoc();
      await person.pushOne(creation(doc, [set('title', 'A')]));
      await invite(person, doc, 'leila@training.example', 'editor');
      const element = change(doc, 2, [set('title', 'B', 1)]);
      const first = outcomeOf(await bring(colleague, person, element));
      mustBe(first, { doc, n: 2, outcome: 'applied', rev: 2 }, 'brought');
      mustBe(await person.pushOne(element), first, 'sent by its own laptop');
      mustBe(outcomeOf(await bring(colleague, person, element)), first, 'brought again');
      const { rev, fields } = await person.document(doc);
      mustBe([rev, fields.title], [2, { v: 'B', fr: 2 }], 'told');
      const next = await person.pushOne(change(doc, 3, [set('title', 'C', 2)]));
      mustBe(next, { doc, n: 3, outcome: 'applied', rev: 3 }, 'the element after it');
      mustBe(
        (outcomeOf(await bring(colleague, person, element)) as { outcome: string }).outcome,
        'duplicate',
        'brought when its laptop is further',
      );
    },
  ),
  check('OB1 EL5', 'fifty times at once by both, it is applied once', async ({ author, colleague }) => {
    const person = author.another();
    const doc = aDoc();
    await person.pushOne(creation(doc, [set('title', 'A')]));
    await invite(person, doc, 'leila@training.example', 'editor');
    const element = change(doc, 2, [set('title', 'B', 1)]);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        index % 2 === 0 ? person.pushOne(element) : outcomeOf(await bring(colleague, person, element)),
      ),
    );
    mustBe(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size, 1, 'different outcomes');
    mustBe((await person.document(doc)).rev, 2, 'revision');
  }),
  check(
    'OB2',
    'who is no editor brings nothing, and no n is used up by it',
    async ({ url, author, colleague }) => {
      const person = author.another();
      const doc = aDoc();
      await person.pushOne(creation(doc, [set('title', 'A')]));
      const element = change(doc, 2, [set('title', 'B', 1)]);
      mustRefuse(await bring(colleague, person, element), 403, 'not-on-behalf');
      await invite(person, doc, 'leila@training.example', 'reader');
      mustRefuse(await bring(colleague, person, element), 403, 'not-on-behalf');
      const stranger = (await signIn(url, 'tomas')).another();
      // A person without a part in it cannot be spoken for either.
      mustRefuse(await bring(author, stranger, change(doc, 1, [])), 403, 'not-on-behalf');
      mustBe(await person.pushOne(element), { doc, n: 2, outcome: 'applied', rev: 2 }, 'its own laptop');
    },
  ),
  check('OB2', 'nobody is spoken for who has no account', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(creation(doc));
    const answer = await author.ask('POST', '/v1/mutations', {
      body: { muts: [change(doc, 1, [])] },
      headers: { [headers.onBehalfOf]: 'nobody-at-all' },
    });
    mustRefuse(answer, 403, 'not-on-behalf');
  }),
  check(
    'OB3',
    'a document that is brought has its writer as author and who brought it as editor',
    async ({ url, author, colleague }) => {
      const person = author.another();
      const doc = aDoc();
      const element = creation(doc, [set('title', 'A')]);
      const elsewhere = await signIn(url, 'tomas');
      mustRefuse(await bring(elsewhere, person, element), 403, 'not-on-behalf');
      const first = outcomeOf(await bring(colleague, person, element));
      mustBe(first, { doc, n: 1, outcome: 'applied', rev: 1 }, 'brought');
      mustBe(await person.pushOne(element), first, 'its own laptop');
      mustBe((await person.document(doc)).role, 'author', 'role of the writer');
      mustBe((await colleague.document(doc)).role, 'editor', 'role of who brought it');
    },
  ),
  check(
    'OB1 OB5 SU1',
    'a submission that was brought is received once, and the receipt says who brought it',
    async ({ author, colleague }) => {
      const person = author.another();
      const doc = aDoc();
      await person.pushOne(creation(doc, setAll(sound)));
      await invite(person, doc, 'leila@training.example', 'editor');
      const [id, body] = [aSubmission(), submissionOf(doc, sound)];
      const onBehalf = { [headers.onBehalfOf]: encodeURIComponent(person.account) };
      const brought = await colleague.ask('PUT', `/v1/submissions/${id}`, { body, headers: onBehalf });
      mustBe(brought.status, 201, brought.text.slice(0, 300));
      const receipt = receiptSchema.parse(jsonOf(brought));
      mustBe(receipt.sentBy, { account: 'leila', name: 'Leila Haddad' }, 'sentBy');
      const own = await person.submit(id, body);
      mustBe([own.status, own.text], [200, brought.text], 'its own laptop');
      mustBe((await person.document(doc)).receipt, receipt, 'told');
    },
  ),
  check(
    'OB9 SU6',
    'what its author took back is not received from a colleague',
    async ({ author, colleague }) => {
      const person = author.another();
      const doc = aDoc();
      await person.pushOne(creation(doc, setAll(sound)));
      await invite(person, doc, 'leila@training.example', 'editor');
      const [id, body] = [aSubmission(), submissionOf(doc, sound)];
      mustBe((await person.ask('DELETE', `/v1/submissions/${id}`)).status, 200, 'taken back');
      const onBehalf = { [headers.onBehalfOf]: encodeURIComponent(person.account) };
      const brought = await colleague.ask('PUT', `/v1/submissions/${id}`, { body, headers: onBehalf });
      mustRefuse(brought, 409, 'cancelled');
    },
  ),
  check('OB2', 'a submission that may not be brought leaves its id unused', async ({ author, colleague }) => {
    const person = author.another();
    const doc = aDoc();
    await person.pushOne(creation(doc, setAll(sound)));
    const [id, body] = [aSubmission(), submissionOf(doc, sound)];
    const onBehalf = { [headers.onBehalfOf]: encodeURIComponent(person.account) };
    mustRefuse(
      await colleague.ask('PUT', `/v1/submissions/${id}`, { body, headers: onBehalf }),
      403,
      'not-on-behalf',
    );
    mustBe((await person.submit(id, body)).status, 201, 'its own laptop');
  }),
];
