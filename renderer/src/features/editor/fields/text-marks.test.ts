import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import { markedPieces } from './text-marks.ts';

const about = (start: number, length: number, change: Partial<Finding> = {}): Finding => ({
  path: 'description',
  code: 'term-illegal',
  severity: 'hint',
  source: 'assumed',
  params: { term: 'x', start, length },
  ...change,
});

describe('markedPieces', () => {
  const text = 'The OIT and the WFP';

  it('cuts a text at the words that findings are about, in their order', () => {
    expect(markedPieces(text, 'description', [about(16, 3, { severity: 'warning' }), about(4, 3)])).toEqual([
      { text: 'The ', mark: null },
      { text: 'OIT', mark: 'hint' },
      { text: ' and the ', mark: null },
      { text: 'WFP', mark: 'warning' },
    ]);
  });

  it('loses no character where words overlap, and marks them once', () => {
    expect(markedPieces(text, 'description', [about(0, 7), about(4, 3)])).toEqual([
      { text: 'The OIT', mark: 'hint' },
      { text: ' and the WFP', mark: null },
    ]);
  });

  it('marks nothing for findings elsewhere, without words, or about words that are gone', () => {
    const others = [about(4, 3, { path: 'title' }), about(4, 3, { params: {} }), about(18, 5), about(4, 0)];
    expect(markedPieces(text, 'description', others)).toBe(null);
  });
});
