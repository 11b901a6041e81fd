import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { aClient, aDoc, aSubmission, creation, submissionOf } from './builders.ts';
import { ask, problemIn } from './http.ts';

const numRuns = 10_000;

const strangeText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', '\ud800', '__proto__', '2027-02-30', '9'.repeat(300), '\u202e', 'title'),
  // Lone surrogates, which fc's own strings leave out.
  fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
);

const strangeLeaf = fc.oneof(
  strangeText,
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(null, true, false, 2 ** 53, 2 ** 63, -1, 1e308),
);

const anything = fc.oneof(
  strangeLeaf,
  fc.array(strangeLeaf, { maxLength: 4 }),
  fc.dictionary(strangeText, strangeLeaf, { maxKeys: 4 }),
  fc.json().map((text) => JSON.parse(text) as unknown),
);

/** `value`, or now and then something else in its place. */
const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 60, arbitrary: value }, { weight: 1, arbitrary: anything });

const path = fc.constantFrom(
  'title',
  'description',
  'amount',
  'participants/0000000001',
  'countries',
  'nowhere',
);

const op = fc.oneof(
  fc.record({
    f: mostly(path),
    fr: mostly(fc.nat(3)),
    op: fc.constant('set'),
    v: mostly(fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean())),
  }),
  fc.record({ f: mostly(path), fr: mostly(fc.nat(3)), op: mostly(fc.constant('del')) }),
  fc.record({
    f: mostly(path),
    fr: mostly(fc.integer({ min: 1, max: 3 })),
    op: fc.constant('splice'),
    s: mostly(
      fc.array(fc.tuple(mostly(fc.nat(9)), mostly(fc.nat(9)), mostly(fc.string())), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    h: mostly(fc.constant('e3b0c44298fc1c14')),
  }),
);

// Few documents, so that elements meet each other.
const docs = Array.from({ length: 5 }, aDoc);

const element = fc.record(
  {
    doc: mostly(fc.constantFrom(...docs)),
    n: mostly(fc.integer({ min: 1, max: 30 })),
    create: mostly(
      fc.record({ kind: mostly(fc.constant('pledge')), template: mostly(fc.constant('pledge@1')) }),
    ),
    ops: mostly(fc.array(op, { maxLength: 4 })),
  },
  { requiredKeys: ['doc', 'n', 'ops'] },
);

const muts = mostly(fc.array(element, { minLength: 1, maxLength: 4 }));
const mutationsBody = fc.oneof(
  { weight: 8, arbitrary: fc.record({ muts }) },
  {
    weight: 1,
    arbitrary: fc.record({ muts, since: mostly(fc.constantFrom('x', '00000000~training.1')) }),
  },
  { weight: 1, arbitrary: anything },
);

const sound = submissionOf(docs[0] ?? aDoc(), {});
const submissionBody = fc.oneof(
  fc.record(
    {
      doc: mostly(fc.constantFrom(...docs)),
      rev: mostly(fc.nat(4)),
      round: mostly(fc.nat(3)),
      contentHash: mostly(fc.constant(sound.contentHash)),
      attachments: mostly(fc.constant([])),
      template: mostly(fc.constantFrom('pledge@1', 'pledge@7', 'practice@1')),
    },
    { requiredKeys: ['doc', 'rev', 'round', 'contentHash', 'template'] },
  ),
  anything,
);

/** JSON text with lone surrogates written raw or escaped, and sometimes cut off. */
const asBody = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.tuple(value, fc.nat(400)).map(([content, cut]) => {
    const text = JSON.stringify(content) ?? '';
    return cut < 20 ? text.slice(0, cut) : text;
  });

/** No body whatever makes the server fail: 200 with the promised form, or a named problem below 500. */
export const fuzzBodies = (app: () => FastifyInstance): void => {
  const neverFails = async (method: 'POST' | 'PUT', url: string, body: string): Promise<string> => {
    const answer = await ask(app(), { method, url, body });
    if (answer.statusCode < 300) return 'taken';
    expect(answer.statusCode).toBeLessThan(500);
    return problemIn(answer).code;
  };

  describe(`${numRuns} bodies for each endpoint that takes one`, () => {
    test('POST /v1/mutations never fails', async () => {
      const taken: string[] = [];
      await fc.assert(
        fc.asyncProperty(asBody(mutationsBody), async (body) => {
          taken.push(await neverFails('POST', '/v1/mutations', body));
        }),
        { numRuns },
      );
      // Bodies that never get past the schema would prove little.
      expect(taken.filter((end) => end === 'taken').length).toBeGreaterThan(numRuns / 10);
      expect(taken).toContain('malformed');
    });

    test('PUT /v1/submissions/{id} never fails', async () => {
      const ids = Array.from({ length: 8 }, aSubmission);
      const ends = new Set<string>();
      await ask(app(), {
        method: 'POST',
        url: '/v1/mutations',
        headers: { 'network-client': aClient() },
        body: { muts: docs.map((doc) => creation(doc, [])) },
      });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ids), asBody(submissionBody), async (id, body) => {
          ends.add(await neverFails('PUT', `/v1/submissions/${id}`, body));
        }),
        { numRuns },
      );
      for (const code of ['malformed', 'wrong-round', 'stale-revision', 'submission-mismatch']) {
        expect(ends).toContain(code);
      }
    });

    test('POST /v1/training/session never fails', async () => {
      await fc.assert(
        fc.asyncProperty(asBody(anything), async (body) => {
          await neverFails('POST', '/v1/training/session', body);
        }),
        { numRuns },
      );
    });

    test('GET /v1/changes never fails, whatever the query', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (since, limit) => {
          const query = `since=${encodeURIComponent(since)}&limit=${encodeURIComponent(limit)}`;
          const answer = await ask(app(), { url: `/v1/changes?${query}` });
          expect(answer.statusCode).toBeLessThan(500);
        }),
        { numRuns },
      );
    });
  });
};
