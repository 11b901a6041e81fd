import { describe, expect, test } from 'vitest';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';
import { err, ok } from '#shared/result.ts';
import { afterBatch, afterTakeBack, nothingMade } from './batch-report.ts';

const id = (last: number): DocId => docIdSchema.parse(`0199f7c2-0000-7000-8000-00000000000${last}`);
const made = afterBatch(nothingMade, { what: 'made', ids: [id(1)] });

describe('what is said of batches', () => {
  test('counts what each of them made, also where one was stopped between', () => {
    const stopped = afterBatch(made, { what: 'stopped' });
    expect(stopped).toEqual({ made: [id(1)], note: { what: 'stopped' } });
    expect(afterBatch(stopped, { what: 'made', ids: [id(2)] })).toEqual({ made: [id(1), id(2)], note: null });
  });

  test('what was taken back is no longer offered; what failed can be tried again', () => {
    const taken = afterTakeBack(made, [id(1)], ok(1));
    expect(taken).toEqual({ made: [], note: { what: 'taken-back', count: 1 } });
    const full = { code: 'store-full' } as const;
    expect(afterTakeBack(made, [id(1)], err(full))).toEqual({
      made: [id(1)],
      note: { what: 'failed', failure: full },
    });
  });

  test('a batch that ends while another is taken back stays in the report', () => {
    const both = afterBatch(made, { what: 'made', ids: [id(2)] });
    expect(afterTakeBack(both, [id(1)], ok(1)).made).toEqual([id(2)]);
  });
});
