import { describe, expect, test } from 'vitest';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';
import { err, ok } from '#shared/result.ts';
import { afterBatch, afterTakeBack, nothingMade, withoutBatch } from './batch-report.ts';

const id = (last: number): DocId => docIdSchema.parse(`0199f7c2-0000-7000-8000-00000000000${last}`);
const work = new AbortController();
const made = afterBatch(nothingMade, work, { what: 'made', ids: [id(1)] });

describe('what is said of batches', () => {
  test('counts what each of them made, also where one was stopped between', () => {
    const stopped = afterBatch(made, work, { what: 'stopped' });
    expect(stopped).toEqual({ running: null, made: [id(1)], note: { what: 'stopped' } });
    expect(afterBatch(stopped, work, { what: 'made', ids: [id(2)] })).toEqual({
      running: null,
      made: [id(1), id(2)],
      note: null,
    });
  });

  test('what was taken back is no longer offered; what failed can be tried again', () => {
    const taken = afterTakeBack(made, [id(1)], ok(1));
    expect(taken).toEqual({ running: null, made: [], note: { what: 'taken-back', count: 1 } });
    const full = { code: 'store-full' } as const;
    expect(afterTakeBack(made, [id(1)], err(full))).toEqual({
      running: null,
      made: [id(1)],
      note: { what: 'failed', failure: full },
    });
  });

  test('a batch that ends while another is taken back stays in the report', () => {
    const both = afterBatch(made, work, { what: 'made', ids: [id(2)] });
    expect(afterTakeBack(both, [id(1)], ok(1)).made).toEqual([id(2)]);
  });

  test('a batch is in it until it ends, and the end of an older one changes nothing of that', () => {
    const running = { work: new AbortController(), done: 1, total: 2 };
    const begun = { ...made, running };
    expect(afterBatch(begun, work, { what: 'stopped' })).toEqual({ ...begun, note: { what: 'stopped' } });
    expect(afterTakeBack(begun, [id(1)], ok(1)).running).toBe(running);
    expect(withoutBatch(begun, running.work)).toEqual(made);
    expect(afterBatch(begun, running.work, { what: 'stopped' }).running).toBe(null);
  });
});
