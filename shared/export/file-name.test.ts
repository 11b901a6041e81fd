import { describe, expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

describe('fileNameOf', () => {
  it('keeps a short title as it is, without what file systems refuse', () => {
    expect(fileNameOf('Work: here/there?', 'pledge')).toBe('Work here there');
  });

  it('ends a long title after a whole word', () => {
    const name = fileNameOf(`${'regular pathways '.repeat(4)}documents, and more`, 'pledge');
    expect(name).toBe(`${'regular pathways '.repeat(4)}documents`);
  });

  it('cuts a text without blanks between characters, never inside one', () => {
    expect(fileNameOf('𠮷'.repeat(90), 'pledge')).toBe('𠮷'.repeat(80));
  });

  it('falls back to the kind when nothing of the title is left', () => {
    for (const title of ['', ' ??? ', '—', ' – – ', '...', '.,;'])
      expect(fileNameOf(title, 'practice')).toBe('practice');
  });
});
