import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange, applyWhole } from './apply-change.ts';
import type { DocumentState } from './document-state.ts';
import { applyEdits, edit, settleConflict } from './edit.ts';
import { theirsOf } from './handed.ts';
import { freeze } from './outbox.ts';
import { begun, change, synced } from './test-documents.ts';

const origin = 'The desk opens on market days with one registrar and two nurses.';
const theirs = origin.replace('The desk', 'The mobile desk');
const mine = origin.replace('two nurses', 'three nurses');

const typed = (path: string, seen: DocumentState['local'][string] | undefined, value: typeof seen) =>
  new Map([[path, { seen, value }]]);

describe('typing on while a change of others comes in (the screen still shows what was typed)', () => {
  const both = applyChange(
    edit(synced({ description: origin }), new Map([['description', mine]]), 1),
    change(2, { description: { v: theirs, fr: 2 } }),
    2,
  );

  test('[MG5] over a text that was merged meanwhile, the words of both stay', () => {
    const next = applyEdits(both, typed('description', mine, `${mine} Always.`), 3);
    expect(next.local.description).toBe(
      'The mobile desk opens on market days with one registrar and three nurses. Always.',
    );
    expect(next.conflicts).toEqual([]);
  });

  test('[MG5] where that opens a conflict, words that were never sent do not count as taken out by the others', () => {
    const open = applyEdits(both, typed('description', mine, mine.replace('The desk', 'Our desk')), 3);
    expect(open.conflicts).toEqual(['description']);
    // What both began with is what the Network had before.
    expect(open.origins.description).toBe(origin);
    const text = applyWhole(open, undefined, 4, null)?.local.description;
    expect(text).toBe('The mobile Our desk opens on market days with one registrar and three nurses.');
  });

  test('[MG5] key after key, the words of both stay', () => {
    let state = both;
    let shown = mine;
    for (const key of ' Every day.') {
      state = applyEdits(state, typed('description', shown, shown + key), 3);
      shown += key;
    }
    expect(state.local.description).toBe(
      'The mobile desk opens on market days with one registrar and three nurses. Every day.',
    );
  });

  test('[MG3] over a text that only others had changed, both changes are taken', () => {
    const told = applyChange(
      synced({ description: origin }),
      change(2, { description: { v: theirs, fr: 2 } }),
      2,
    );
    const next = applyEdits(told, typed('description', origin, mine), 3);
    expect(next).toMatchObject({ local: both.local, conflicts: [] });
  });

  test('[MG4] where the changes overlap it is a conflict, with both texts to the letter', () => {
    const other = origin.replace('two nurses', 'six doctors');
    const told = applyChange(
      synced({ description: origin }),
      change(2, { description: { v: other, fr: 2 } }),
      2,
    );
    const next = applyEdits(told, typed('description', origin, mine), 3);
    expect(next).toMatchObject({
      local: { description: mine },
      base: { description: { v: other } },
      conflicts: ['description'],
      origins: { description: origin },
    });
    expect(freeze(next).outgoing).toBeNull();
  });

  test('[MG6] over a set that was merged meanwhile, the members of both stay', () => {
    const merged = applyChange(
      edit(synced({ countries: ['KE'] }), new Map([['countries', ['KE', 'TN']]]), 1),
      change(2, { countries: { v: ['KE', 'SN'], fr: 2 } }),
      2,
    );
    const next = applyEdits(merged, typed('countries', ['KE', 'TN'], ['KE', 'TN', 'TZ']), 3);
    expect(next.local.countries).toEqual(['KE', 'SN', 'TN', 'TZ']);
  });

  test('[MG7] into an item that others removed, the item comes back', () => {
    const item = 'participants/4G7Z2Q9R1T';
    const gone = { fr: 2, deleted: true } as const;
    const told = applyChange(
      synced({ [item]: true, [`${item}/actor`]: 'IOM' }),
      change(2, { [item]: gone, [`${item}/actor`]: gone }),
      2,
    );
    const next = applyEdits(told, typed(`${item}/actor`, 'IOM', 'IOM and ILO'), 3);
    expect(next).toMatchObject({
      local: { [item]: true, [`${item}/actor`]: 'IOM and ILO' },
      conflicts: [],
    });
  });

  test('[MG5] whatever comes in between the keys, no word is lost', () => {
    const step = fc.record({
      who: fc.constantFrom('mine', 'theirs', 'look'),
      at: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
        const put = (text: string, at: number, word: string) => {
          const words = text.split(' ');
          words.splice(at % (words.length + 1), 0, word);
          return words.join(' ');
        };
        let state = synced({ description: origin });
        let shown = origin;
        let there = origin;
        const written: string[] = [];
        for (const [index, { who, at }] of steps.entries()) {
          if (state.conflicts.length > 0) break;
          if (who === 'look') shown = String(state.local.description);
          else {
            const word = `${who}${index}`;
            written.push(word);
            if (who === 'mine') {
              const next = put(shown, at, word);
              state = applyEdits(state, typed('description', shown, next), index);
              shown = next;
            } else {
              there = put(there, at, word);
              state = applyChange(
                state,
                change(index + 2, { description: { v: there, fr: index + 2 } }),
                index,
              );
            }
          }
        }
        const kept = `${state.local.description} ${state.conflicts.length > 0 ? there : ''}`.split(/\s+/);
        for (const word of written) expect(kept).toContain(word);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('typing in two windows of one laptop', () => {
  /** Each key of `text` is saved by itself; the control under the cursor shows only what is typed in it. */
  const typeOn = (state: DocumentState, shown: string, text: string) => {
    let next = state;
    for (let end = 1; end <= text.length; end += 1) {
      const seen = shown + text.slice(0, end - 1);
      next = applyEdits(next, typed('title', seen, shown + text.slice(0, end)), end);
    }
    return next;
  };
  const documents = {
    'that the Network has': synced({ title: 'Three ports' }),
    'that was never sent': begun({ title: 'Three ports' }),
    'with words that were never sent': edit(
      synced({ title: 'Three' }),
      new Map([['title', 'Three ports']]),
      1,
    ),
  };

  for (const [name, state] of Object.entries(documents))
    test(`[MG5] a short text ${name} keeps the words of both`, () => {
      const next = typeOn(typeOn(state, 'Three ports', ' beta'), 'Three ports', ' gamma ray');
      expect(next.local.title).toBe('Three ports beta gamma ray');
      expect(next.conflicts).toEqual([]);
      const back = typeOn(next, 'Three ports beta', ' delta');
      expect(back.local.title).toBe('Three ports beta gamma ray delta');
    });

  for (const [name, state] of Object.entries(documents))
    test(`[MG5] where both changed the same words ${name}, it is a conflict of the two, and stays one`, () => {
      const first = applyEdits(state, typed('title', 'Three ports', 'Five ports'), 2);
      const next = applyEdits(first, typed('title', 'Three ports', 'Six ports'), 3);
      expect(next).toMatchObject({
        local: { title: 'Six ports' },
        conflicts: ['title'],
        origins: { title: 'Three ports' },
      });
      expect(theirsOf(next, 'title')).toBe('Five ports');
      const told = applyChange(next, change(2, { description: { v: 'x', fr: 2 } }), 4);
      expect(theirsOf(told, 'title')).toBe('Five ports');
      expect(settleConflict(told, 'title', 'theirs', 5)).toMatchObject({
        local: { title: 'Five ports' },
        conflicts: [],
      });
    });

  test('[MG5] what the Network brings to a field while two windows wait for a choice is in what is chosen from', () => {
    const first = applyEdits(
      synced({ title: 'Three ports' }),
      typed('title', 'Three ports', 'Five ports'),
      2,
    );
    const open = applyEdits(first, typed('title', 'Three ports', 'Six ports'), 3);
    const told = applyChange(open, change(2, { title: { v: 'Three northern ports', fr: 2 } }), 4);
    expect(told.local.title).toBe('Six ports');
    expect(theirsOf(told, 'title')).toBe('Three northern Five ports');
    const same = applyChange(open, change(2, { title: { v: 'Five ports', fr: 2 } }), 4);
    expect(same).toMatchObject({ conflicts: ['title'], base: { title: { v: 'Five ports' } } });
    expect(same.handed).toBeUndefined();
  });

  test('[MG2] two dates do not become a third that nobody gave', () => {
    for (const seen of ['2026-01-01', undefined]) {
      const state = synced(seen === undefined ? {} : { due: seen });
      const first = applyEdits(state, typed('due', seen, '2026-01-15'), 2);
      const next = applyEdits(first, typed('due', seen, '2026-03-01'), 3);
      expect([next.local.due, theirsOf(next, 'due')]).toEqual(['2026-03-01', '2026-01-15']);
      expect(next.conflicts).toEqual(['due']);
    }
  });

  test('[MG5] whatever two windows type and the Network brings, no word is lost', () => {
    const who = fc.constantFrom('one', 'two', 'theirs', 'look-one', 'look-two');
    const step = fc.record({ who, at: fc.nat(30), isReplacing: fc.boolean() });
    const begin = fc.constantFrom(
      synced({ title: 'Three ports' }),
      synced({ title: origin }),
      begun({ title: 'a' }),
    );
    fc.assert(
      fc.property(begin, fc.array(step, { minLength: 2, maxLength: 10 }), (start, steps) => {
        let state = start;
        const shown = { one: String(start.local.title), two: String(start.local.title) };
        let there = shown.one;
        const written = new Set<string>();
        for (const [index, { who, at, isReplacing }] of steps.entries()) {
          const word = `w${index}x`;
          /** Puts the word somewhere, in the place of one that is of the beginning or beside it. */
          const put = (text: string) => {
            const words = text.split(' ');
            const place = at % words.length;
            const isOfBeginning = !written.has(words[place] ?? '');
            words.splice(place, isReplacing && isOfBeginning ? 1 : 0, word);
            return words.join(' ');
          };
          if (who === 'look-one') shown.one = String(state.local.title);
          else if (who === 'look-two') shown.two = String(state.local.title);
          else if (who === 'theirs') {
            if (start.rev === 0) continue;
            there = put(there);
            state = applyChange(state, change(index + 2, { title: { v: there, fr: index + 2 } }), index);
            written.add(word);
          } else {
            const next = put(shown[who]);
            state = applyEdits(state, typed('title', shown[who], next), index);
            shown[who] = next;
            written.add(word);
          }
          const other = state.conflicts.includes('title') ? theirsOf(state, 'title') : '';
          const kept = `${state.local.title} ${other}`;
          for (const one of written) expect(kept.split(/\s+/)).toContain(one);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test('[CL7] choosing mine wakes a document that waited for the person, as choosing theirs does', () => {
  const conflict = applyChange(
    edit(synced({ title: 'a' }), new Map([['title', 'mine']]), 1),
    change(2, { title: { v: 'theirs', fr: 2 } }),
    2,
  );
  const waiting = { ...conflict, attention: { code: 'unknown-path' } as const };
  expect(freeze(settleConflict(waiting, 'title', 'mine', 3)).outgoing?.n).toBe(2);
  expect(settleConflict(waiting, 'title', 'theirs', 3).attention).toBeNull();
});
