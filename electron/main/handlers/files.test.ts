import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../file-name.ts';
import { saveFile } from './files.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'compact-desk-files-'));
const bytes = new TextEncoder().encode('content');

function saving(filePath: string | null) {
  const asked: unknown[] = [];
  const save = saveFile({
    askWhere: async (options) => {
      asked.push(options);
      return { canceled: filePath === null, filePath: filePath ?? '' };
    },
    documentsFolder: () => '/home/amina/Documents',
  });
  return { asked, save };
}

describe('files:save', () => {
  it('saves where the person says and replaces what was there', async () => {
    const path = join(folder(), 'pledge.json');
    writeFileSync(path, 'older and longer content');
    expect(await saving(path).save({ suggestedName: 'x.json', bytes })).toEqual({ outcome: 'saved' });
    expect(readFileSync(path, 'utf8')).toBe('content');
    expect(readdirSync(join(path, '..'))).toEqual(['pledge.json']);
  });

  it('writes nothing when the person cancels', async () => {
    expect(await saving(null).save({ suggestedName: 'x.json', bytes })).toEqual({ outcome: 'cancelled' });
  });

  it('keeps the old file and names the reason when it cannot write', async () => {
    const place = folder();
    const path = join(place, 'taken');
    mkdirSync(path);
    const answer = await saving(path).save({ suggestedName: 'x.json', bytes });
    expect(answer).toMatchObject({ outcome: 'failed' });
    expect(readdirSync(place)).toEqual(['taken']);
    chmodSync(path, 0o700);
    expect(await saving(join(place, 'none', 'a')).save({ suggestedName: 'x', bytes })).toEqual({
      outcome: 'failed',
      detail: 'ENOENT',
    });
  });

  it('suggests a name that cannot lead out of the folder or pretend to be another type', async () => {
    const { asked, save } = saving(null);
    await save({ suggestedName: '../../etc/cron.d/x', bytes });
    expect(asked).toEqual([{ defaultPath: join('/home/amina/Documents', '-..-etc-cron.d-x') }]);
  });
});

describe('a safe file name', () => {
  it.each([
    ['Pledge – Túnez.json', 'Pledge – Túnez.json'],
    ['تعهد.json', 'تعهد.json'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a/b\\c:d*e?.json', 'a-b-c-d-e-.json'],
    ['CON.json', '_CON.json'],
    ['...', 'document'],
    ['x\u0000y', 'x-y'],
    [`${'a'.repeat(300)}.json`, `${'a'.repeat(145)}.json`],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
