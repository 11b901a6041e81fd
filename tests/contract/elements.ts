import type { Element, Outcome } from '#shared/sync/protocol.ts';
import { baseHash } from '#shared/sync/splice.ts';
import { check } from './check.ts';
import { aDoc, change, creation, must, mustBe, mustRefuse, set, valueIn } from './network-client.ts';

const rejectedWith = (outcome: Outcome, code: string): void =>
  mustBe(outcome.outcome === 'rejected' ? outcome.problem.code : outcome.outcome, code, 'outcome');

export const elementChecks = [
  check(
    'EL1 EL9',
    'an element is applied as one, and its fields carry the new revision',
    async ({ author }) => {
      const doc = aDoc();
      const outcome = await author.pushOne(creation(doc, [set('title', 'A'), set('description', 'B')]));
      mustBe(outcome, { doc, n: 1, outcome: 'applied', rev: 1 }, 'outcome');
      const { fields, rev } = await author.document(doc);
      mustBe([rev, fields.title, fields.description], [1, { v: 'A', fr: 1 }, { v: 'B', fr: 1 }], 'told');
    },
  ),
  check(
    'EL1 EL10',
    'one path that the template does not have, and nothing of the element is applied',
    async ({ author }) => {
      const doc = aDoc();
      await author.pushOne(creation(doc, [set('title', 'A')]));
      rejectedWith(
        await author.pushOne(change(doc, 2, [set('title', 'B', 1), set('noSuchField', 'x')])),
        'unknown-path',
      );
      const { rev, fields } = await author.document(doc);
      mustBe([rev, fields.title], [1, { v: 'A', fr: 1 }], 'told');
    },
  ),
  check('EL2', 'an element that is refused holds up no other document', async ({ author }) => {
    const [bad, good] = [aDoc(), aDoc()];
    const { outcomes } = await author.push([
      creation(bad, [set('noSuchField', 1)]),
      creation(good, [set('title', 'A')]),
    ]);
    mustBe(
      outcomes.map(({ outcome }) => outcome),
      ['rejected', 'applied'],
      'outcomes',
    );
  }),
  check('EL5', 'the same element again: the same outcome, applied no second time', async ({ author }) => {
    const doc = aDoc();
    const element = creation(doc, [set('title', 'A')]);
    const first = await author.pushOne(element);
    mustBe(await author.pushOne(element), first, 'second outcome');
    mustBe((await author.document(doc)).rev, 1, 'revision');
    const { outcomes } = await author.push([element, element, element]);
    mustBe(outcomes, [first, first, first], 'outcomes of three in one batch');
  }),
  check('EL5', 'fifty times the same element at once is applied once', async ({ author }) => {
    const doc = aDoc();
    const element = creation(doc, [set('title', 'A')]);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => author.pushOne(element)));
    mustBe(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size, 1, 'different outcomes');
    mustBe((await author.document(doc)).rev, 1, 'revision');
  }),
  check(
    'EL6',
    'another content under the same n, an older n and a gap change nothing',
    async ({ author }) => {
      const doc = aDoc();
      await author.pushOne(creation(doc, [set('title', 'A')]));
      await author.pushOne(change(doc, 2, [set('title', 'B', 1)]));
      rejectedWith(await author.pushOne(change(doc, 2, [set('title', 'C', 1)])), 'mutation-mismatch');
      mustBe((await author.pushOne(creation(doc, [set('title', 'A')]))).outcome, 'duplicate', 'an older n');
      mustBe(
        await author.pushOne(change(doc, 9, [set('title', 'D', 2)])),
        { doc, n: 9, outcome: 'gap', expected: 3 },
        'a gap',
      );
      mustBe((await author.document(doc)).fields.title, { v: 'B', fr: 2 }, 'told');
    },
  ),
  check('EL3', 'n counts per client: another laptop of the same person begins at 1', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(creation(doc, [set('title', 'A')]));
    const outcome = await author.another().pushOne(change(doc, 1, [set('title', 'B', 1)]));
    mustBe(outcome.outcome, 'applied', 'outcome');
  }),
  check(
    'EL7 EL8',
    'a field that moved on is a conflict with its current state; n is used up',
    async ({ author }) => {
      const doc = aDoc();
      const other = author.another();
      await author.pushOne(creation(doc, [set('title', 'A'), set('description', 'D')]));
      await other.pushOne(change(doc, 1, [set('title', 'Theirs', 1)]));
      const outcome = await author.pushOne(
        change(doc, 2, [set('title', 'Mine', 1), set('description', 'E', 1)]),
      );
      mustBe(
        outcome,
        { doc, n: 2, outcome: 'conflict', rev: 2, fields: { title: { v: 'Theirs', fr: 2 } } },
        'outcome',
      );
      mustBe(
        (await author.document(doc)).fields.description,
        { v: 'D', fr: 1 },
        'the other field of the element',
      );
      mustBe((await author.pushOne(change(doc, 3, [set('title', 'Mine', 2)]))).outcome, 'applied', 'n + 1');
    },
  ),
  check('EL8', 'an unknown template is refused and does not use n up', async ({ author }) => {
    const doc = aDoc();
    const strange: Element = { doc, n: 1, create: { kind: 'pledge', template: 'pledge@999' }, ops: [] };
    rejectedWith(await author.pushOne(strange), 'schema-unsupported');
    mustBe((await author.pushOne(creation(doc))).outcome, 'applied', 'n 1 again');
  }),
  check(
    'EL10',
    'what was never created, and a kind that it is not, are refused by name',
    async ({ author }) => {
      rejectedWith(await author.pushOne(change(aDoc(), 1, [set('title', 'A')])), 'not-created');
      const doc = aDoc();
      await author.pushOne(creation(doc));
      const other: Element = { doc, n: 2, create: { kind: 'practice', template: 'practice@1' }, ops: [] };
      rejectedWith(await author.pushOne(other), 'kind-mismatch');
    },
  ),
  check(
    'TV1 TV3',
    'an upgrade is applied with its ops; what an earlier version asked stays',
    async ({ author }) => {
      const doc = aDoc();
      await author.pushOne(creation(doc, [set('title', 'A')]));
      const upgrade: Element = { doc, n: 2, upgrade: 'pledge@2', ops: [set('title', 'B', 1)] };
      mustBe((await author.pushOne(upgrade)).outcome, 'applied', 'the upgrade');
      const { template, fields } = await author.document(doc);
      mustBe([template, fields.title], ['pledge@2', { v: 'B', fr: 2 }], 'told');
      mustBe(
        (await author.pushOne({ ...upgrade, n: 3, ops: [] })).outcome,
        'applied',
        'the same upgrade again',
      );
    },
  ),
  check(
    'TV2',
    'a form of another kind, and a version nobody knows, are refused by name',
    async ({ author }) => {
      const doc = aDoc();
      await author.pushOne(creation(doc));
      rejectedWith(await author.pushOne({ doc, n: 2, upgrade: 'practice@2', ops: [] }), 'kind-mismatch');
      rejectedWith(await author.pushOne({ doc, n: 3, upgrade: 'pledge@999', ops: [] }), 'schema-unsupported');
      mustBe(
        (await author.pushOne({ doc, n: 3, upgrade: 'pledge@1', ops: [] })).outcome,
        'applied',
        'no later one',
      );
    },
  ),
  check('EL11', 'splices are applied to the base that they name, in UTF-16 units', async ({ author }) => {
    const doc = aDoc();
    const base = 'One 😀 three';
    await author.pushOne(creation(doc, [set('description', base)]));
    const h = baseHash(base);
    const splices: [number, number, string][] = [
      [4, 2, 'two'],
      [12, 0, ' four'],
    ];
    await author.pushOne(change(doc, 2, [{ f: 'description', fr: 1, op: 'splice', s: splices, h }]));
    mustBe(valueIn(await author.document(doc), 'description'), 'One two three four', 'text');
    const broken: readonly (readonly [number, number, string])[][] = [
      [[5, 1, 'x']],
      [[99, 0, 'x']],
      [
        [6, 0, 'x'],
        [2, 0, 'y'],
      ],
    ];
    let n = 2;
    for (const s of broken) {
      const place = aDoc();
      await author.pushOne(creation(place, [set('description', base)]));
      rejectedWith(
        await author.pushOne(change(place, 2, [{ f: 'description', fr: 1, op: 'splice', s: s as never, h }])),
        'bad-splice',
      );
    }
    n += 1;
    rejectedWith(
      await author.pushOne(change(doc, n, [{ f: 'description', fr: 2, op: 'splice', s: [[0, 0, 'x']], h }])),
      'bad-splice',
    );
  }),
  check('EL12', 'members are added to and removed from a set', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(creation(doc, [set('objectives', ['5', '6', '16'])]));
    const adjust = (n: number, fr: number) =>
      author.pushOne(
        change(doc, n, [{ f: 'objectives', fr, op: 'members', add: ['1', '6'], remove: ['16', '9'] }]),
      );
    mustBe((await adjust(2, 1)).outcome, 'applied', 'outcome');
    mustBe((await author.document(doc)).fields.objectives?.fr, 2, 'revision of the field');
    mustBe(valueIn(await author.document(doc), 'objectives'), ['1', '5', '6'], 'set');
    mustBe((await adjust(3, 2)).outcome, 'applied', 'again');
    mustBe(valueIn(await author.document(doc), 'objectives'), ['1', '5', '6'], 'set after the second');
  }),
  check('EL13', 'lone surrogates and U+0000 are malformed, raw or escaped', async ({ author }) => {
    for (const text of ['\\ud800', '\\u0000', 'a\\udc00b']) {
      const raw = `{"muts":[{"doc":"${aDoc()}","n":1,"create":{"kind":"pledge","template":"pledge@1"},"ops":[{"f":"title","fr":0,"op":"set","v":"${text}"}]}]}`;
      mustRefuse(await author.ask('POST', '/v1/mutations', { raw }), 400, 'malformed');
    }
  }),
  check(
    'EL15',
    'more than 1,000 ops in a batch, or a body beyond the limit: 413 with max, nothing done',
    async ({ author }) => {
      const docs = Array.from({ length: 26 }, aDoc);
      const ops = Array.from({ length: 39 }, (_, index) =>
        set(`participants/${String(index).padStart(10, '0')}`, true),
      );
      const wide = await author.ask('POST', '/v1/mutations', {
        body: { muts: docs.map((doc) => creation(doc, ops)) },
      });
      must(typeof mustRefuse(wide, 413, 'batch-too-large').max === 'number', 'no max');
      const long = await author.ask('POST', '/v1/mutations', {
        body: {
          muts: [
            creation(docs[0] ?? aDoc(), [
              set('title', 'x'.repeat(262_000)),
              set('description', 'y'.repeat(262_000)),
            ]),
          ],
        },
      });
      must(typeof mustRefuse(long, 413, 'batch-too-large').max === 'number', 'no max');
      const told = new Set((await author.read()).docs.map(({ id }) => id));
      must(
        docs.every((doc) => !told.has(doc)),
        'something of it was done',
      );
    },
  ),
];
