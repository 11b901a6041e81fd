import { describe, expect, test } from 'vitest';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import { ok } from '#shared/result.ts';
import { type BringIn, type BringInEvent, bringInAfter, nothingChosen } from './bring-in-draft.ts';

const here = (name: string) => ({ file: new File(['text'], name), isElsewhere: false });
const first = here('first.docx');
const second = here('second.docx');

const previewOf = (encoding: string): ImportPreview => ({
  what: 'drafts',
  from: 'csv',
  kind: 'pledge',
  drafts: [],
  passed: [],
  refused: [],
  own: [],
  missing: [],
  encoding,
});
const read = (step: number, preview = previewOf('utf-8')): BringInEvent => ({
  what: 'read',
  step,
  result: ok(preview),
});
const brought = (...events: readonly BringInEvent[]): BringIn => events.reduce(bringInAfter, nothingChosen);
const begun: BringInEvent = { what: 'begun', files: [first, second] };
const alone: BringInEvent = { what: 'begun', files: [first] };
const skipped: BringInEvent = { what: 'skipped' };
const making: BringInEvent = { what: 'making', step: 1 };
const id = (last: number): DocId => docIdSchema.parse(`0199f7c2-0000-7000-8000-00000000000${last}`);

describe('files that are brought in', () => {
  test('are read and looked at one after the other', () => {
    const preview = previewOf('utf-8');
    expect(brought(begun, read(1, preview)).standing).toEqual({
      at: 'review',
      reading: { step: 1, file: first.file, said: { kind: null, decimal: null } },
      preview,
      isMaking: false,
    });
    expect(brought(begun, read(1), making, { what: 'made', step: 1, ids: [id(1)] })).toEqual({
      queue: [first, second],
      at: 1,
      steps: 2,
      standing: {
        at: 'reading',
        reading: { step: 2, file: second.file, said: { kind: null, decimal: null } },
        progress: { done: 0, total: 0 },
      },
    });
  });

  test('a file that was left while it was read is not shown as the next one', () => {
    const left = brought(begun, skipped);
    expect(left.standing).toMatchObject({ at: 'reading', reading: { file: second.file } });
    expect(bringInAfter(left, read(1))).toBe(left);
    expect(bringInAfter(left, { what: 'reading', step: 1, done: 5, total: 9 })).toBe(left);
  });

  test('the only file that was left while it was read is not shown without a name', () => {
    const left = brought(alone, skipped);
    expect(left.standing).toEqual({ at: 'choosing' });
    expect(bringInAfter(left, read(1))).toBe(left);
  });

  test('a batch whose file was left while it was written does not move what is shown now', () => {
    const left = brought(begun, read(1), making, skipped, read(2));
    expect(left.standing).toMatchObject({ at: 'review', reading: { file: second.file } });
    for (const late of [
      { what: 'made', step: 1, ids: [id(1)] },
      { what: 'not-made', step: 1, error: null },
      making,
    ] as const)
      expect(bringInAfter(left, late)).toBe(left);
  });

  test('files that are dropped during a reading take its place for good', () => {
    const third = here('third.docx');
    const dropped = brought(begun, { what: 'begun', files: [third] });
    expect(dropped).toMatchObject({ queue: [third], at: 0, standing: { reading: { file: third.file } } });
    expect(bringInAfter(dropped, read(1))).toBe(dropped);
  });

  test('a file that is read another way answers only that way', () => {
    const again = brought(alone, read(1), { what: 'said', said: { kind: 'practice', decimal: null } });
    expect(again.standing).toMatchObject({
      at: 'reading',
      reading: { step: 2, said: { kind: 'practice', decimal: null } },
    });
    expect(bringInAfter(again, read(1))).toBe(again);
  });

  test('a stopped reading says so, and its late answer changes nothing', () => {
    const stopped = brought(alone, { what: 'stopped' });
    expect(stopped.standing).toMatchObject({ at: 'failed', error: { code: 'cancelled' } });
    expect(bringInAfter(stopped, read(1))).toBe(stopped);
  });

  test('the only draft of the only file is opened; several are told of', () => {
    const opened = brought(alone, read(1), making, { what: 'made', step: 1, ids: [id(1)] });
    expect(opened.standing).toEqual({ at: 'opening', id: id(1) });
    const told = brought(alone, read(1), making, { what: 'made', step: 1, ids: [id(1), id(2)] });
    expect(told.standing).toEqual({ at: 'choosing' });
  });

  test('a batch that was not made leaves the review as it was', () => {
    const review = brought(alone, read(1));
    expect(bringInAfter(bringInAfter(review, making), { what: 'not-made', step: 1, error: null })).toEqual(
      review,
    );
  });

  test('what another reader takes is handed to it', () => {
    const bundle = { ...here('all.deskbundle'), isElsewhere: true };
    expect(brought({ what: 'begun', files: [bundle] }).standing).toEqual({
      at: 'elsewhere',
      file: bundle.file,
    });
  });
});
