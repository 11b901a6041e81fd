import { appendFileSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journals } from './journal.ts';

const space = 'training';
const open = (parts: Partial<Parameters<typeof journals>[0]> = {}) => {
  const folder = parts.folder ?? mkdtempSync(join(tmpdir(), 'compact-desk-journal-'));
  return { folder, ...journals({ folder, log: () => {}, ...parts }) };
};

describe('the journal on the disk', () => {
  it('keeps lines in the order of the calls, however many come at once', async () => {
    const journal = open();
    const lines = Array.from({ length: 50 }, (_, index) => `line ${index}\n`);
    const answers = await Promise.all(lines.map((line) => journal.append({ space, lines: line })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await journal.read({ space, segment: 1 })).toEqual({ text: lines.join('') });
  });

  it('can be read by its owner only', async () => {
    const journal = open();
    await journal.append({ space, lines: 'a\n' });
    expect(statSync(join(journal.folder, space)).mode & 0o777).toBe(0o700);
    expect(statSync(join(journal.folder, space, '000001.ndjson')).mode & 0o777).toBe(0o600);
  });

  it('JO2: begins a new line behind one that was cut short', async () => {
    const journal = open();
    await journal.append({ space, lines: 'whole\n' });
    appendFileSync(join(journal.folder, space, '000001.ndjson'), 'ha');
    await journal.append({ space, lines: 'next\n' });
    expect(await journal.read({ space, segment: 1 })).toEqual({ text: 'whole\nha\nnext\n' });
  });

  it('goes on in another segment when one is full, and in the same after a restart', async () => {
    const first = open({ segmentBytes: 10 });
    for (const lines of ['12345\n', '12345\n', '67890\n']) await first.append({ space, lines });
    const again = open({ folder: first.folder, segmentBytes: 10 });
    expect(await again.append({ space, lines: 'x\n' })).toMatchObject({ ok: true, segment: 2 });
    const { segments } = await again.segments({ space });
    expect(segments.map(({ number, sizeBytes }) => [number, sizeBytes])).toEqual([
      [1, 12],
      [2, 8],
    ]);
  });

  it('drops what stands before a segment, and nothing else', async () => {
    const journal = open({ segmentBytes: 1 });
    for (const lines of ['a\n', 'b\n', 'c\n']) await journal.append({ space, lines });
    await journal.append({ space: 'local', lines: 'mine\n' });
    writeFileSync(join(journal.folder, space, 'notes.txt'), 'of somebody else');
    await journal.dropBefore({ space, segment: 3 });
    expect(readdirSync(join(journal.folder, space)).sort()).toEqual(['000003.ndjson', 'notes.txt']);
    expect(readFileSync(join(journal.folder, 'local', '000001.ndjson'), 'utf8')).toBe('mine\n');
  });

  it('answers that a space without a journal has none', async () => {
    const journal = open();
    expect(await journal.segments({ space })).toEqual({ segments: [] });
    expect(await journal.read({ space, segment: 1 })).toEqual({ text: '' });
  });

  it('tells when little room is left on the disk, and still keeps the lines', async () => {
    const journal = open({ freeBytes: async () => 199_999_999 });
    expect(await journal.append({ space, lines: 'a\n' })).toEqual({ ok: true, segment: 1, isDiskLow: true });
  });

  it('names what it could not write, and can be asked again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compact-desk-journal-'));
    writeFileSync(join(folder, space), 'a file where the folder should be');
    const journal = open({ folder });
    expect(await journal.append({ space, lines: 'a\n' })).toEqual({ ok: false, code: 'failed' });
    expect(await journal.append({ space: 'local', lines: 'a\n' })).toMatchObject({ ok: true });
  });
});
