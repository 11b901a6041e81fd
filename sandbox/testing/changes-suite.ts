import { expect, test } from 'vitest';
import type { Element } from '#shared/sync/protocol.ts';
import { changesSince } from '../changes.ts';
import { applyMutations } from '../mutations.ts';
import type { Network } from '../network.ts';
import { aClient, aDoc, creation, feedEnd, feedPage, set, testSchema, trainingMember } from './builders.ts';

const send = async (network: Network, client: string, element: Element): Promise<void> => {
  const answer = await applyMutations(network, trainingMember, client, testSchema, { muts: [element] });
  if (!answer.ok || answer.value.outcomes[0]?.outcome !== 'applied') throw new Error('not applied');
};

/** What `GET /v1/changes` promises, on any engine. */
export const describeChanges = (network: () => Network): void => {
  test('a document that moves on during a walk over pages still brings its older fields', async () => {
    const client = aClient();
    const [a, b] = [aDoc(), aDoc()];
    const since = await feedEnd(network());
    await send(network(), client, creation(a, [set('title', 'old')]));
    await send(network(), client, creation(b, [set('title', 'B')]));
    // A stands behind B in the feed now; its title is older than B.
    await send(network(), client, { doc: a, n: 2, ops: [set('amount', 1)] });
    const first = await feedPage(network(), since, 1);
    expect(first).toMatchObject({ hasMore: true, docs: [{ id: b }] });
    const second = await feedPage(network(), first.cursor, 1);
    expect(second.docs[0]?.fields).toEqual({ title: { fr: 1, v: 'old' }, amount: { fr: 2, v: 1 } });
    expect(second.hasMore).toBe(false);
    expect((await feedPage(network(), second.cursor)).docs).toEqual([]);
  });

  test('a page ends early when its values are large, and nothing is left out', async () => {
    const client = aClient();
    const since = await feedEnd(network());
    const docs = Array.from({ length: 30 }, aDoc);
    const text = 'x'.repeat(100_000);
    for (const doc of docs) await send(network(), client, creation(doc, [set('description', text)]));
    const seen: string[] = [];
    let at = await feedPage(network(), since);
    expect(at.hasMore).toBe(true);
    seen.push(...at.docs.map((doc) => doc.id));
    while (at.hasMore) {
      at = await feedPage(network(), at.cursor);
      seen.push(...at.docs.map((doc) => doc.id));
    }
    expect(seen).toEqual(docs);
  });

  test('a cursor of another epoch, of the future, or of nobody is refused by name', async () => {
    const of = async (since: string) => {
      const changes = await changesSince(network(), trainingMember, {
        since: since,
        limit: 10,
        schema: testSchema,
      });
      return changes.ok ? 'ok' : changes.error.code;
    };
    const mark = network().epoch.slice(0, 8);
    expect(await of('00000000~training.1')).toBe('epoch-changed');
    expect(await of(`${mark}~training.999999999`)).toBe('cursor-expired');
    expect(await of('gibberish')).toBe('malformed');
    const push = await applyMutations(network(), trainingMember, aClient(), testSchema, {
      since: `${mark}~training.999999999`,
      muts: [creation(aDoc(), [])],
    });
    expect(push).toMatchObject({ ok: false, error: { code: 'cursor-expired' } });
  });

  test('readers beside eight writers meet every change', async () => {
    const since = await feedEnd(network());
    const writers = 8;
    const each = 15;
    const docs = Array.from({ length: writers }, aDoc);
    let isWriting = true;
    const seen = new Map<string, number>();
    const read = async () => {
      let cursor = since;
      for (;;) {
        const wasWriting = isWriting;
        const changes = await feedPage(network(), cursor, 3);
        for (const doc of changes.docs) {
          for (const field of Object.values(doc.fields)) {
            seen.set(`${doc.id} ${field.fr}`, field.fr);
          }
        }
        cursor = changes.cursor;
        if (!wasWriting && !changes.hasMore) return;
      }
    };
    const write = async (doc: (typeof docs)[number]) => {
      const client = aClient();
      await send(network(), client, creation(doc, [set('title', 'x')]));
      for (let n = 2; n <= each; n += 1) {
        const item = `participants/${String(n).padStart(10, '0')}`;
        await send(network(), client, { doc, n, ops: [set(item, true)] });
      }
    };
    const reading = read();
    await Promise.all(docs.map(write));
    isWriting = false;
    await reading;
    expect(seen.size).toBe(writers * each);
  });
};
