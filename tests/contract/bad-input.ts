import fc from 'fast-check';
import { check } from './check.ts';
import { aComment, aDoc, anId, aSubmission, type NetworkClient, problemOf } from './network-client.ts';

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom<unknown>(null, true, -1, 1e308, '__proto__', '\u202e', '\u0000', '\ud800', {}, []),
);

/** JSON that is nearly right: somewhere in it, something else stands. */
const nearly = (sound: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(sound))
    return fc.oneof({ weight: 9, arbitrary: fc.tuple(...sound.map(nearly)) }, strange);
  if (typeof sound === 'object' && sound !== null) {
    const parts = Object.entries(sound).map(([key, value]) => [key, nearly(value)] as const);
    return fc.oneof(
      { weight: 9, arbitrary: fc.record(Object.fromEntries(parts), { requiredKeys: [] }) },
      { weight: 1, arbitrary: strange },
    );
  }
  return fc.oneof({ weight: 6, arbitrary: fc.constant(sound) }, { weight: 1, arbitrary: strange });
};

/** Bodies to spoil, each with where it goes. */
const targets = (): readonly (readonly [method: string, path: string, body: unknown])[] => {
  const doc = aDoc();
  const comment = {
    id: aComment(),
    round: 1,
    path: 'title',
    quote: 'a',
    replyTo: null,
    text: 'b',
    resolves: false,
  };
  const element = {
    doc,
    n: 1,
    create: { kind: 'pledge', template: 'pledge@1' },
    ops: [{ f: 'title', fr: 0, op: 'set', v: 'a' }],
  };
  return [
    ['POST', '/v1/mutations', { since: 'x', muts: [element, element] }],
    [
      'POST',
      '/v1/mutations',
      {
        muts: [
          { doc, n: 2, ops: [{ f: 'title', fr: 1, op: 'splice', s: [[0, 1, 'b']], h: '0'.repeat(16) }] },
        ],
      },
    ],
    [
      'PUT',
      `/v1/submissions/${aSubmission()}`,
      { doc, rev: 1, round: 1, contentHash: '0'.repeat(64), attachments: [], template: 'pledge@1' },
    ],
    ['PUT', `/v1/comments/${comment.id}`, { doc, comment }],
    ['PUT', `/v1/decisions/${anId()}`, { doc, round: 1, verdict: 'returned', note: '' }],
    [
      'PUT',
      `/v1/endorsements/${anId()}`,
      { doc, round: 1, country: 'KE', contentHash: '0'.repeat(64), state: 'endorsed' },
    ],
    ['PUT', `/v1/invitations/${anId()}`, { doc, email: 'a@example.org', role: 'editor' }],
    ['PUT', `/v1/docs/${doc}/members/leila`, { role: 'reader' }],
  ];
};

/** Sends `count` spoilt bodies; every refusal is a problem, none is a failure of the server. */
export const fuzz = async (author: NetworkClient, count: number, seed: number): Promise<void> => {
  for (const [index, [method, path, body]] of targets().entries()) {
    const samples = fc.sample(fc.tuple(nearly(body), fc.nat(300)), {
      numRuns: Math.ceil(count / 8),
      seed: seed + index,
    });
    for (const [spoilt, cut] of samples) {
      const text = JSON.stringify(spoilt) ?? '';
      const answer = await author.ask(method, path, { raw: cut < 15 ? text.slice(0, cut) : text });
      if (answer.status >= 400) problemOf(answer);
    }
  }
};

export const badInputChecks = [
  check(
    'VE7 EL13',
    '400 spoilt bodies: each is taken or refused by name, none makes the server fail',
    ({ author }) => fuzz(author, 400, 1),
  ),
];
