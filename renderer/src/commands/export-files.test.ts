import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentModel } from '#shared/export/document-model.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { carriedVocabulary, sampleDocument, templateFor } from '#tests/support/samples.ts';
import { exportFiles, type FilesParts } from './export-files.ts';
import { OpenDocuments } from './open-documents.ts';
import { Resources } from './resources.ts';

const ids = [1, 2, 3].map((n) => `01930000-0000-7000-8000-00000000000${n}` as DocId);
const titles = ['Data', 'data', 'A/B'];

const setUp = ({ failsAt, stopsAt }: { failsAt?: string; stopsAt?: string } = {}) => {
  const { template } = sampleDocument('pledge-remesas-contrapartida-es');
  const controller = new AbortController();
  const happened: string[] = [];
  const saved: { name: string; files: Record<string, string> }[] = [];
  const parts = {
    shell: {
      saveFile: async (name: string, bytes: Uint8Array) => {
        const files = Object.entries(unzipSync(bytes)).map(([file, text]) => [file, strFromU8(text)]);
        saved.push({ name, files: Object.fromEntries(files) });
        return { outcome: 'saved' };
      },
    },
    space: {
      kind: 'local',
      documents: {
        read: async (id: DocId) =>
          newDocument(id, 'pledge', template, { title: titles[ids.indexOf(id)] ?? '' }, 1),
      },
    },
    open: new OpenDocuments(),
    resources: new Resources([templateFor(template)], carriedVocabulary),
    language: 'en',
    ending: 'docx',
    making: () => ({
      make: async ({ title }: DocumentModel) => {
        if (title.text === stopsAt) {
          controller.abort();
          await new Promise(() => {});
        }
        if (title.text === failsAt) throw new Error('no');
        return strToU8(`of ${title.text}`);
      },
      end: () => happened.push('ended'),
    }),
    report: () => happened.push('reported'),
    now: Date.UTC(2026, 10, 26, 12),
  } as unknown as FilesParts;
  const watch = {
    onProgress: (done: number, total: number) => happened.push(`${done}/${total}`),
    abort: controller.signal,
  };
  return { run: () => exportFiles(parts, ids, false, watch), saved, happened };
};

describe('exportFiles', () => {
  it('saves one zip with a file for each document, none over another, and tells how far it is', async () => {
    const { run, saved, happened } = setUp();
    expect(await run()).toBe('saved');
    expect(saved).toEqual([
      {
        name: 'compact-desk-2026-11-26-docx.zip',
        files: { 'Data.docx': 'of Data', 'data (2).docx': 'of data', 'A B.docx': 'of A/B' },
      },
    ]);
    expect(happened).toEqual(['1/3', '2/3', '3/3', 'ended']);
  });

  it('writes nothing when it is cancelled, even while a file is being made', async () => {
    const { run, saved, happened } = setUp({ stopsAt: 'data' });
    expect(await run()).toBe('cancelled');
    expect([saved, happened]).toEqual([[], ['1/3', 'ended']]);
  });

  it('writes nothing where one cannot be made', async () => {
    const { run, saved, happened } = setUp({ failsAt: 'A/B' });
    expect(await run()).toBe('not-made');
    expect([saved, happened]).toEqual([[], ['1/3', '2/3', 'reported', 'ended']]);
  });
});
