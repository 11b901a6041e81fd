import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { PrintablePage } from '#renderer/shell/print-page.ts';
import { attachmentValues } from '#shared/domain/attachment.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';
import { carriedVocabulary, sampleDocument, templateFor } from '#tests/support/samples.ts';
import { wordText } from '#tests/support/word-checks.ts';
import { houseTemplateFile } from '#tests/support/word-copies.ts';
import type { CopyChoice, CopyFormat } from './copy-choice.ts';
import { type ExportParts, exportDocument } from './export-document.ts';
import { OpenDocuments } from './open-documents.ts';
import { Resources } from './resources.ts';

const id = '01930000-0000-7000-8000-000000000001' as DocId;
const choice: CopyChoice = { language: null, withContacts: false, unanswered: 'dash' };
const email = 'oim@un.example.org';

type Options = {
  readonly pdf?: ((html: string) => Promise<Uint8Array | null>) | null;
  readonly fileBytes?: Uint8Array;
  readonly outcome?: 'saved' | 'cancelled' | 'failed';
  readonly state?: DocumentState | undefined;
};

const setUp = (options: Options = {}) => {
  const { template, fields } = sampleDocument('concept-note-cuenca-lago-es');
  const state = 'state' in options ? options.state : newDocument(id, 'concept-note', template, fields, 1);
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const printed: PrintablePage[] = [];
  const reported: unknown[] = [];
  const parts = {
    shell: {
      saveFile: async (name: string, bytes: Uint8Array) => {
        saved.push({ name, bytes });
        const outcome = options.outcome ?? 'saved';
        return outcome === 'failed' ? { outcome, detail: 'EACCES' } : { outcome };
      },
      print: async (page: PrintablePage) => {
        printed.push(page);
        return true;
      },
      pdf: options.pdf ?? null,
      fontFaces: async () => '@font-face { font-family: Test }',
    },
    space: { kind: 'training', documents: { read: async () => state } },
    open: new OpenDocuments(),
    resources: new Resources([templateFor(template)], carriedVocabulary),
    wordTemplate: houseTemplateFile,
    random: (length: number) => new Uint8Array(length),
    fileBytes: async () => options.fileBytes ?? null,
    country: 'BO',
    language: 'es',
    report: (error: unknown) => void reported.push(error),
    now: Date.UTC(2026, 10, 26, 12),
  } as unknown as ExportParts;
  const run = (format: CopyFormat, chosen = choice) => exportDocument(parts, id, format, chosen);
  return { run, saved, printed, reported };
};

describe('exportDocument', () => {
  it('saves Word under the name of the document, without contacts unless they are asked for', async () => {
    const { run, saved } = setUp();
    expect(await run('word')).toBe('saved');
    expect(await run('word', { ...choice, withContacts: true })).toBe('saved');
    expect(saved.map(({ name }) => name.slice(0, 26))).toEqual(Array(2).fill('Contratación justa y escue'));
    expect(saved[0]?.name.endsWith('.docx')).toBe(true);
    const [without, withThem] = saved.map(({ bytes }) => wordText(bytes).join('\n'));
    expect([without?.includes(email), withThem?.includes(email)]).toEqual([false, true]);
    expect(without).toContain('2.015.539,75');
  });

  it('prints, and makes PDF by printing, where the shell makes none', async () => {
    const { run, printed, saved } = setUp();
    expect([await run('print'), await run('pdf')]).toEqual(['printing', 'printing']);
    expect(printed.map(({ language, direction }) => [language, direction])).toEqual(
      Array(2).fill(['es', 'ltr']),
    );
    expect(printed[0]?.styles).toContain('@font-face { font-family: Test }');
    expect(printed[0]?.styles).toContain('size: A4;');
    expect(printed[0]?.body).not.toContain(email);
    expect(saved).toEqual([]);
  });

  it('saves the PDF of the same page where the shell makes one', async () => {
    const { run, saved } = setUp({ pdf: async (html) => new TextEncoder().encode(html.slice(0, 41)) });
    expect(await run('pdf', { ...choice, language: 'fr' })).toBe('saved');
    expect(new TextDecoder().decode(saved[0]?.bytes)).toBe('<!DOCTYPE html><html lang="fr" dir="ltr">');
    expect(saved[0]?.name.endsWith('.pdf')).toBe(true);
  });

  it('keeps everything in the copy for the app itself where contacts are asked for, else says what it is', async () => {
    const { run, saved } = setUp();
    await run('json', { ...choice, withContacts: true });
    await run('json');
    const [whole, less] = saved.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
    const { fields } = sampleDocument('concept-note-cuenca-lago-es');
    expect([whole.mark, whole.withoutContacts, whole.fields]).toEqual(['Training', undefined, fields]);
    expect([less.mark, less.withoutContacts]).toEqual(['Training', true]);
    expect(JSON.stringify(less)).not.toContain(email);
  });

  it('writes IATI and names what the file says otherwise', async () => {
    const { run, saved } = setUp();
    expect(await run('iati')).toEqual({ outcome: 'saved-partly', leftOut: ['Regiones'] });
    const xml = new TextDecoder().decode(saved[0]?.bytes);
    expect(xml).toContain(`<iati-identifier>XM-DAC-47066-${id}</iati-identifier>`);
    expect(xml).not.toContain(email);
  });

  it('puts the Word file and the attachments into a letter, and names one that cannot be had', async () => {
    const { template, fields } = sampleDocument('concept-note-cuenca-lago-es');
    const letters = attachmentValues('letters', {
      sha256: 'a'.repeat(64),
      name: 'Aval.pdf',
      type: 'application/pdf',
      sizeBytes: 3,
    });
    const values = { ...fields, ...Object.fromEntries(letters) };
    const state = newDocument(id, 'concept-note', template, values, 1);
    const whole = setUp({ state, fileBytes: new Uint8Array([1, 2, 3]) });
    expect(await whole.run('email')).toBe('saved');
    const read = await PostalMime.parse(whole.saved[0]?.bytes ?? '');
    expect(read.subject).toContain('[Práctica] ');
    expect(read.attachments.map(({ filename }) => filename)).toEqual([
      'Contratación justa y escuela sin interrupciones para las familias que migran por.docx',
      'Aval.pdf',
    ]);
    expect(new Uint8Array(read.attachments[1]?.content as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await setUp({ state }).run('email')).toEqual({ outcome: 'saved-partly', leftOut: ['Aval.pdf'] });
  });

  it('says what did not work, each by its name', async () => {
    expect(await setUp({ outcome: 'failed' }).run('json')).toBe('not-written');
    expect(await setUp({ outcome: 'cancelled' }).run('word')).toBe('cancelled');
    expect(await setUp({ pdf: async () => null }).run('pdf')).toBe('not-made');
    expect(await setUp({ state: undefined }).run('word')).toBe('not-here');
    const failing = setUp({ pdf: () => Promise.reject(new Error('no window')) });
    expect(await failing.run('pdf')).toBe('not-made');
    expect(failing.reported).toEqual([new Error('no window')]);
  });
});
