import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { applyChange, needsWhole, resolveChange } from './apply-change.ts';
import { liveFields } from './base.ts';
import { type DocumentState, isPending } from './document-state.ts';
import { edit } from './edit.ts';
import { freeze } from './outbox.ts';
import type { FieldPatch, FieldState } from './protocol.ts';
import { baseHash, diffText } from './splice.ts';
import { requestSubmission } from './submission.ts';
import { change, receiptFor, submissionId, synced } from './test-documents.ts';

const typed = (path: string, value: string | undefined) => new Map([[path, value]]);

const before = 'Two mobile desks visit thirty-eight localities.';
const after = 'Two mobile teams visit thirty-eight localities.';
const patch = (from: number, fr: number): FieldPatch => ({
  p: [...diffText(before, after)],
  from,
  h: baseHash(before),
  fr,
});

describe('a text told as splices', () => {
  test('[FE7] is put together out of the text that stood at the revision it names', () => {
    const state = applyChange(synced({ description: before }), change(2, { description: patch(1, 2) }), 1);
    expect(state.base.description).toEqual({ v: after, fr: 2 });
    expect(state.local.description).toBe(after);
  });

  test('[FE7] asks for the whole where this laptop has another text, another revision, or nothing', () => {
    const told = change(5, { description: patch(1, 5) });
    const removed: DocumentState = {
      ...synced({}),
      base: { description: { fr: 1, deleted: true } },
    };
    expect(needsWhole(synced({ description: before }), told)).toBe(false);
    expect(needsWhole(synced({ description: `${before} ` }), told)).toBe(true);
    expect(needsWhole(synced({ description: before }), change(5, { description: patch(3, 5) }))).toBe(true);
    expect(needsWhole(synced({}), told)).toBe(true);
    expect(needsWhole(removed, told)).toBe(true);
    expect(needsWhole(undefined, told)).toBe(true);
  });

  test('[FE7] changes nothing of the document while the whole is not there', () => {
    const state = synced({ description: 'other', title: 'a' });
    const told = change(5, { description: patch(1, 5), title: { v: 'b', fr: 5 } });
    expect(applyChange(state, told, 1)).toBe(state);
  });

  test('[FE4] is taken once: told again, or older than what is known, it changes nothing', () => {
    const told = change(2, { description: patch(1, 2) });
    const once = applyChange(synced({ description: before }), told, 1);
    expect(applyChange(once, told, 1)).toEqual(once);
    const later = applyChange(once, change(3, { description: { v: 'later', fr: 3 } }), 1);
    expect(applyChange(later, told, 1)).toEqual(later);
  });
});

describe('a whole telling', () => {
  test('[FE6] removes what it does not name, and a telling of parts does not', () => {
    const state = synced({ title: 'a', description: 'x' });
    const fields = { title: { v: 'a', fr: 1 } };
    expect(applyChange(state, change(4, fields, { whole: true }), 1).local).toEqual({ title: 'a' });
    expect(applyChange(state, change(4, fields), 1).local).toEqual({ title: 'a', description: 'x' });
  });

  test('[MG7] does not remove what was edited here; it goes out as a new field', () => {
    const state = edit(synced({ title: 'a', description: 'x' }), typed('description', 'x and y'), 1);
    const told = applyChange(state, change(4, { title: { v: 'a', fr: 1 } }, { whole: true }), 1);
    expect(told.local.description).toBe('x and y');
    expect(JSON.parse(freeze(told).outgoing?.body ?? '').ops).toEqual([
      { f: 'description', fr: 0, op: 'set', v: 'x and y' },
    ]);
  });

  test('[FE6] leaves what this laptop knows to be newer', () => {
    const state = applyChange(synced({ title: 'a' }), change(7, { place: { v: 'Tunis', fr: 7 } }), 1);
    const told = applyChange(state, change(5, { title: { v: 'b', fr: 5 } }, { whole: true }), 1);
    expect(told).toMatchObject({ rev: 7, local: { title: 'b', place: 'Tunis' } });
  });

  const value = fc.constantFrom('one', 'two', 'three');
  const steps = fc.array(fc.tuple(fc.constantFrom('title', 'place', 'note'), fc.option(value)), {
    minLength: 1,
    maxLength: 8,
  });

  test('[FE3] [FE6] step by step or whole, with tombstones or without, the laptop ends with the same', () => {
    fc.assert(
      fc.property(steps, fc.dictionary(fc.constantFrom('title', 'place', 'note'), value), (told, mine) => {
        const start = edit(synced({ title: 'one', note: 'n' }), new Map(Object.entries(mine)), 1);
        let stepwise = start;
        const fields: Record<string, FieldState> = { ...start.base };
        for (const [index, [path, v]] of told.entries()) {
          const fr = index + 2;
          const field: FieldState = v === null ? { fr, deleted: true } : { v, fr };
          fields[path] = field;
          stepwise = applyChange(stepwise, change(fr, { [path]: field }), 1);
        }
        const live = Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.deleted));
        const whole = applyChange(start, change(told.length + 1, live, { whole: true }), 1);
        expect(liveFields(whole.base)).toEqual(liveFields(stepwise.base));
        expect(whole.rev).toBe(stepwise.rev);
        expect(applyChange(stepwise, change(told.length + 1, live, { whole: true }), 1).local).toEqual(
          stepwise.local,
        );
      }),
    );
  });

  test('[FE4] any page twice, and any older page after it, change nothing more', () => {
    const page = fc.dictionary(fc.constantFrom('title', 'place', 'countries'), fc.option(value));
    const statesAt = (values: Readonly<Record<string, string | null>>, fr: number) =>
      Object.fromEntries(
        Object.entries(values).map(([path, v]): readonly [string, FieldState] => [
          path,
          v === null ? { fr, deleted: true } : { v, fr },
        ]),
      );
    fc.assert(
      fc.property(
        page,
        page,
        fc.dictionary(fc.constantFrom('title', 'place'), value),
        (older, newer, mine) => {
          const start = edit(synced({ title: 'one', place: 'p' }), new Map(Object.entries(mine)), 1);
          const first = applyChange(start, change(2, statesAt(older, 2)), 1);
          const both = applyChange(first, change(3, statesAt({ ...older, ...newer }, 3)), 1);
          expect(applyChange(both, change(3, statesAt({ ...older, ...newer }, 3)), 1)).toEqual(both);
          expect(applyChange(both, change(2, statesAt(older, 2)), 1)).toEqual(both);
        },
      ),
    );
  });
});

describe('a document that goes away', () => {
  const withMine = edit(synced({ title: 'a' }), typed('title', 'mine'), 1);

  test('[ME4] losing access keeps what is on the laptop, local edits included, and sends no more of it', () => {
    const gone = applyChange(freeze(withMine), change(1, {}, { access: 'none' }), 9);
    expect(gone).toMatchObject({
      local: { title: 'mine' },
      presence: { at: 'gone', since: 9, why: 'no-access' },
    });
    expect(isPending(gone)).toBe(false);
  });

  test('[ME4] deleted at the Network, it is kept as it stands here; the first word about it counts', () => {
    const gone = applyChange(withMine, change(1, {}, { deleted: true }), 9);
    expect(gone.presence).toEqual({ at: 'gone', since: 9, why: 'deleted' });
    expect(applyChange(gone, change(1, {}, { access: 'none' }), 10)).toBe(gone);
  });

  test('[SU9] a submission of it ends with it', () => {
    const asked = requestSubmission(synced({ title: 'a' }), submissionId, 3);
    expect(applyChange(asked, change(1, {}, { access: 'none' }), 9).submission).toBeNull();
  });

  test('[FE5] joining again brings it back, merged with what was written here', () => {
    const gone = applyChange(withMine, change(1, {}, { access: 'none' }), 9);
    const back = applyChange(
      gone,
      change(4, { title: { v: 'a', fr: 1 }, place: { v: 'Tunis', fr: 4 } }, { whole: true, role: 'editor' }),
      10,
    );
    expect(back).toMatchObject({
      presence: { at: 'here' },
      role: 'editor',
      rev: 4,
      local: { title: 'mine', place: 'Tunis' },
      conflicts: [],
    });
  });

  test('[CL4] of a document that this laptop never had, nothing is made', () => {
    expect(applyChange(undefined, change(1, {}, { deleted: true }), 1)).toBeUndefined();
    expect(applyChange(undefined, change(1, {}, { access: 'none' }), 1)).toBeUndefined();
  });
});

describe('what is told beside the fields', () => {
  const member = {
    account: 'a',
    name: 'A',
    email: 'a@example.org',
    role: 'reader',
    state: 'member',
  } as const;

  test('[ME1] role and members are those told last; a change that does not name them leaves them', () => {
    const told = applyChange(
      synced({}),
      change(1, {}, { role: 'reader', members: [member], endorsements: [] }),
      1,
    );
    expect(told).toMatchObject({ role: 'reader', members: [member] });
    expect(applyChange(told, change(2, { title: { v: 'b', fr: 2 } }), 1)).toMatchObject({
      role: 'reader',
      members: [member],
    });
  });

  test('[ME1] a reader sends nothing, and what was typed before stays', () => {
    const mine = edit(synced({ title: 'a' }), typed('title', 'mine'), 1);
    const reader = applyChange(mine, change(1, {}, { role: 'reader', members: [] }), 1);
    expect(freeze(reader).outgoing).toBeNull();
    expect(reader.local.title).toBe('mine');
    const author = applyChange(reader, change(1, {}, { role: 'author', members: [] }), 1);
    expect(freeze(author).outgoing?.n).toBe(2);
  });

  test('[SU8] a receipt told by the feed is kept; one of an earlier round does not replace it', () => {
    const first = receiptFor(synced({}));
    const second = { ...first, round: 2, receiptNo: 'TRAIN-2026-00002' };
    const told = applyChange(synced({}), change(1, {}, { stage: 'submitted', round: 2, receipt: second }), 1);
    expect(told.receipt).toEqual(second);
    expect(applyChange(told, change(1, {}, { round: 2, receipt: first }), 1).receipt).toEqual(second);
  });

  test('[EL9] an older revision than the known one sets back neither revision, stage nor round', () => {
    const state = { ...synced({ title: 'a' }), rev: 5, stage: 'returned', round: 2 } as const;
    expect(applyChange(state, change(4, {}, { stage: 'submitted', round: 1 }), 1)).toMatchObject({
      rev: 5,
      stage: 'returned',
      round: 2,
    });
  });
});

test('[FE7] resolving leaves every other part of the change as it is', () => {
  const told = change(2, { description: patch(1, 2) }, { role: 'editor', whole: true });
  const base = { description: { v: before, fr: 1 } };
  expect(resolveChange(base, told)).toEqual({ ...told, fields: { description: { v: after, fr: 2 } } });
});

test('[MG9] two laptops that edit different fields of one document end with the same, whoever is first', () => {
  const paths = ['title', 'place', 'note', 'start'];
  const values = fc.dictionary(fc.constantFrom(...paths), fc.constantFrom('x', 'y', 'z'));
  fc.assert(
    fc.property(values, values, (theirs, mine) => {
      const apart: FieldMap = Object.fromEntries(Object.entries(mine).filter(([path]) => !(path in theirs)));
      const start = synced({ title: 'a', place: 'b' });
      const told = change(
        2,
        Object.fromEntries(Object.entries(theirs).map(([path, v]) => [path, { v, fr: 2 }])),
      );
      const first = applyChange(edit(start, new Map(Object.entries(apart)), 1), told, 1);
      const second = edit(applyChange(start, told, 1), new Map(Object.entries(apart)), 1);
      expect(first.local).toEqual(second.local);
      expect(first.conflicts).toEqual([]);
    }),
  );
});
