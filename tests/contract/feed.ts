import type { FieldMap } from '#shared/domain/field-value.ts';
import { isPatch } from '#shared/sync/protocol.ts';
import { baseHash } from '#shared/sync/splice.ts';
import { check } from './check.ts';
import {
  aDoc,
  anId,
  change,
  creation,
  must,
  mustBe,
  mustRefuse,
  type NetworkClient,
  set,
  valueIn,
} from './network-client.ts';

/** Writes `count` new documents, in requests of their own, one after the other. */
const writeMany = async (writer: NetworkClient, count: number): Promise<readonly string[]> => {
  const written: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const doc = aDoc();
    await writer.pushOne(creation(doc, [set('title', `Document ${index}`)]));
    written.push(doc);
  }
  return written;
};

/** Follows the feed from a cursor until `isOver` and then to its end; every document that was told. */
const follow = async (
  reader: NetworkClient,
  from: string,
  isOver: () => boolean,
): Promise<ReadonlySet<string>> => {
  const told = new Set<string>();
  let cursor = from;
  for (let last = false; ; ) {
    const page = await reader.page(cursor);
    for (const { id } of page.docs) told.add(id);
    cursor = page.cursor;
    if (page.hasMore) continue;
    if (last) return told;
    last = isOver();
  }
};

const paragraph = 'The municipality opens a desk at every landing site on market days, with one registrar. ';

export const feedChecks = [
  check('FE1 FE3', '8 writers and 4 readers at once: no reader misses a document', async ({ author }) => {
    const from = await author.end();
    let writing = 8;
    const readers = Array.from({ length: 4 }, () => follow(author.another(), from, () => writing === 0));
    const written = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const docs = await writeMany(author.another(), 40);
        writing -= 1;
        return docs;
      }),
    );
    for (const told of await Promise.all(readers)) {
      const missed = written.flat().filter((doc) => !told.has(doc));
      mustBe(missed.length, 0, 'documents that a reader missed');
    }
  }),
  check('FE2', 'a page tells only the fields beyond the cursor, tombstones included', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(
      creation(doc, [set('title', 'A'), set('description', 'B'), set('contactName', 'C')]),
    );
    const cursor = await author.end();
    await author.pushOne(change(doc, 2, [set('title', 'A2', 1), { f: 'contactName', fr: 1, op: 'del' }]));
    const told = await author.told(doc, cursor);
    mustBe(
      [told?.fields.contactName, told?.fields.title, Object.keys(told?.fields ?? {}).length],
      [{ fr: 2, deleted: true }, { v: 'A2', fr: 2 }, 2],
      'fields',
    );
    must(told?.whole === undefined, 'a part is told as the whole');
  }),
  check('FE3', 'small pages tell the same as a large one', async ({ author }) => {
    const from = await author.end();
    const docs = await writeMany(author, 9);
    const small = (await author.read(from, 'limit=2')).docs.map(({ id }) => id);
    const large = (await author.read(from)).docs.map(({ id }) => id);
    mustBe([...small].sort(), [...large].sort(), 'documents');
    must(
      docs.every((doc) => large.includes(doc as never)),
      'a document is missing',
    );
  }),
  check('FE4', 'a page read twice is the same', async ({ author }) => {
    const from = await author.end();
    await writeMany(author, 3);
    mustBe(await author.page(from), await author.page(from), 'second reading');
  }),
  check('FE5', 'who is no member is told nothing, and may write nothing', async ({ author, colleague }) => {
    const from = await colleague.end();
    const doc = aDoc();
    await author.pushOne(creation(doc, [set('title', 'Ours')]));
    must((await colleague.told(doc, from)) === undefined, 'a stranger is told of the document');
    const outcome = await colleague.pushOne(change(doc, 1, [set('title', 'Theirs', 1)]));
    mustBe(outcome.outcome === 'rejected' && outcome.problem.code, 'forbidden', 'outcome');
    must((await author.document(doc)).rev === 1, 'the document was changed');
  }),
  check('FE6', 'from the beginning, a document is told whole', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(creation(doc, [set('title', 'A')]));
    mustBe((await author.document(doc)).whole, true, 'whole');
  }),
  check(
    'FE7',
    'a word in a long text comes as splices of the text that the reader has',
    async ({ author }) => {
      const doc = aDoc();
      const base = paragraph.repeat(20);
      await author.pushOne(creation(doc, [set('description', base)]));
      const cursor = await author.end();
      const place = base.indexOf('registrar');
      await author
        .another()
        .pushOne(
          change(doc, 1, [
            { f: 'description', fr: 1, op: 'splice', s: [[place, 9, 'nurse']], h: baseHash(base) },
          ]),
        );
      const told = await author.told(doc, cursor);
      const field = told?.fields.description;
      must(field !== undefined && isPatch(field), 'the text is told whole');
      if (field === undefined || !isPatch(field)) return;
      mustBe([field.from, field.fr, field.h], [1, 2, baseHash(base)], 'what the splices are of');
      mustBe(valueIn(told, 'description', base), base.replace('registrar', 'nurse'), 'text');
      const old = await author.ask('GET', `/v1/changes?since=${encodeURIComponent(cursor)}`, {
        headers: { 'network-schema': '1' },
      });
      must(!old.text.includes('"p":'), '[VE4] splices are told to a client of wire schema 1');
    },
  ),
  check('FE8', 'what is no cursor is malformed; a cursor beyond the feed is expired', async ({ author }) => {
    mustRefuse(await author.ask('GET', '/v1/changes?since=nonsense'), 400, 'malformed');
    const beyond = (await author.end()).replace(/\.\d+/, '.900000000');
    const answer = await author.ask('GET', `/v1/changes?since=${encodeURIComponent(beyond)}`);
    must(answer.status === 410 || answer.status === 400, `a cursor from the future: ${answer.status}`);
  }),
  check('FE9', 'a push with `since` brings what others changed, and not its own', async ({ author }) => {
    const [mine, theirs] = [aDoc(), aDoc()];
    const since = await author.end();
    await author.another().pushOne(creation(theirs, [set('title', 'Theirs')]));
    const { changes } = await author.push([creation(mine, [set('title', 'Mine')])], since);
    const ids = changes?.docs.map(({ id }) => id) ?? [];
    must(ids.includes(theirs) && !ids.includes(mine), 'told: wrong documents');
    must((await author.told(mine, changes?.cursor)) === undefined, 'its own comes with the next reading');
  }),
  check('FE10', 'a reading that waits answers when something changes', async ({ author }) => {
    const doc = aDoc();
    await author.pushOne(creation(doc));
    const since = await author.end();
    const waiting = author.page(since, 'wait=20');
    await author.another().pushOne(change(doc, 1, [set('title', 'News')]));
    mustBe(
      valueIn(
        (await waiting).docs.find(({ id }) => id === doc),
        'title',
      ),
      'News',
      'what the wait brought',
    );
    mustBe((await author.page((await waiting).cursor, 'wait=1')).docs, [], 'a wait without news');
  }),
  check('FE5 ME1 ME2', 'joining tells a document whole, leaving ends it', async ({ author, colleague }) => {
    const doc = aDoc();
    const values: FieldMap = { title: 'Shared', description: 'Text' };
    await author.pushOne(
      creation(
        doc,
        Object.entries(values).map(([path, value]) => set(path, value as string)),
      ),
    );
    const before = await colleague.end();
    const email = (await author.document(doc)).members?.[0]?.email.replace(/^[^@]+/, colleague.account) ?? '';
    const invited = await author.ask('PUT', `/v1/invitations/${anId()}`, {
      body: { doc, email, role: 'editor' },
    });
    mustBe(invited.status < 300, true, `invitation of ${email}: ${invited.text.slice(0, 200)}`);
    const joined = await colleague.told(doc, before);
    mustBe(
      [joined?.whole, joined?.role, joined?.fields.title],
      [true, 'editor', { v: 'Shared', fr: 1 }],
      'told on joining',
    );
    mustBe(
      (await colleague.pushOne(change(doc, 1, [set('title', 'Theirs', 1)]))).outcome,
      'applied',
      'an editor writes',
    );
    const stranger = `${anId()}@elsewhere.example`;
    for (const role of ['author', 'reader']) {
      const asked = await author.ask('PUT', `/v1/invitations/${anId()}`, {
        body: { doc, email: stranger, role },
      });
      mustBe(asked.status, 200, asked.text.slice(0, 200));
    }
    const strangers = (await author.document(doc)).members?.filter(({ email: of }) => of === stranger);
    mustBe(
      strangers?.map(({ role, state }) => [role, state]),
      [['reader', 'invited']],
      'the newer invitation',
    );
    const since = await colleague.end();
    const left = await author.ask('DELETE', `/v1/docs/${doc}/members/${colleague.account}`);
    mustBe(left.status, 200, left.text.slice(0, 200));
    const told = await colleague.told(doc, since);
    mustBe([told?.access, Object.keys(told?.fields ?? {})], ['none', []], 'told on leaving');
    const outcome = await colleague.pushOne(change(doc, 2, [set('title', 'Again', 2)]));
    mustBe(outcome.outcome === 'rejected' && outcome.problem.code, 'forbidden', 'who left writes');
    mustRefuse(await author.ask('DELETE', `/v1/docs/${doc}/members/${author.account}`), 403, 'forbidden');
  }),
];
