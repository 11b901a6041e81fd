import { describe, expect, it } from 'vitest';
import type { DocId } from '#shared/domain/ids.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { carriedVocabulary, sampleDocument, templateFor } from '#tests/support/samples.ts';
import { exportRegister, type RegisterParts } from './export-register.ts';
import { OpenDocuments } from './open-documents.ts';
import { Resources } from './resources.ts';
import type { Watch } from './watch.ts';

const [a, b, gone] = [1, 2, 3].map((n) => `01930000-0000-7000-8000-00000000000${n}` as DocId);

const setUp = () => {
  const { template, fields } = sampleDocument('pledge-remesas-contrapartida-es');
  const saved: { name: string; text: string }[] = [];
  const parts = {
    shell: {
      saveFile: async (name: string, bytes: Uint8Array) => {
        saved.push({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) });
        return { outcome: 'saved' };
      },
    },
    space: {
      kind: 'training',
      documents: {
        read: async (id: DocId) =>
          id === gone ? undefined : newDocument(id, 'pledge', template, id === a ? fields : {}, 1),
      },
    },
    open: new OpenDocuments(),
    resources: new Resources([templateFor(template)], carriedVocabulary),
    language: 'es',
    country: 'PE',
    report: () => {},
    now: Date.UTC(2026, 10, 26, 12),
  } as unknown as RegisterParts;
  const steps: string[] = [];
  const controller = new AbortController();
  const watch: Watch = {
    onProgress: (done, total) => steps.push(`${done}/${total}`),
    abort: controller.signal,
  };
  const run = (ids: readonly (DocId | undefined)[], withContacts = false) =>
    exportRegister(parts, ids as readonly DocId[], withContacts, watch);
  return { run, saved, steps, controller, email: String(fields.contactEmail) };
};

describe('exportRegister', () => {
  it('saves a row for each document, without contacts unless they are asked for', async () => {
    const { run, saved, email } = setUp();
    expect([await run([b, a]), await run([a], true)]).toEqual(['saved', 'saved']);
    const [without, withThem] = saved;
    expect(without?.name).toBe('compact-desk-2026-11-26.csv');
    expect(without?.text.startsWith('\ufeffDocumento,Clase,Formulario,Etapa')).toBe(true);
    expect(without?.text.match(/01930000-0000-7000-8000-00000000000\d/g)).toEqual([b, a]);
    expect([without?.text.includes(email), withThem?.text.includes(email)]).toEqual([false, true]);
  });

  it('tells how far it is, and writes nothing once it is cancelled', async () => {
    const { run, saved, steps, controller } = setUp();
    await run([a, b]);
    expect(steps).toEqual(['1/2', '2/2']);
    controller.abort();
    expect(await run([a, b])).toBe('cancelled');
    expect(saved).toHaveLength(1);
  });

  it('writes nothing where one of the documents cannot be read', async () => {
    const { run, saved } = setUp();
    expect(await run([a, gone])).toBe('not-here');
    expect(saved).toEqual([]);
  });
});
