import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { openTestStore } from '#renderer/data/test-store.ts';
import type { SignedTemplate } from '#renderer/sync/ports.ts';
import { signTemplate, trainingKeyId } from '#sandbox/training-key.ts';
import type { Template } from '#shared/domain/template.ts';
import { testTemplate, testVocabulary } from '#shared/domain/test-template.ts';
import { validate } from '#shared/domain/validate.ts';
import { Resources } from '../resources.ts';
import { SpaceTemplates } from './space-templates.ts';

const practice = 'http://127.0.0.1:8787';
const builtIn = new Resources([testTemplate, { ...testTemplate, version: 2 }], testVocabulary);

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A laptop, and how it stands after its next start. */
const laptop = async (serverUrl = practice) => {
  const { templates: kept, database, destroy } = await openTestStore();
  closers.push(destroy);
  let arrived = 0;
  const start = (forms = builtIn, at = serverUrl) =>
    SpaceTemplates.open({
      kept,
      builtIn: forms,
      serverUrl: at,
      onArrived: () => {
        arrived += 1;
      },
    });
  return { templates: await start(), kept, database, start, arrivals: () => arrived };
};

const bytesOf = (template: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(template));

const signed = (template: unknown): SignedTemplate => {
  const bytes = bytesOf(template);
  return { bytes, keyId: trainingKeyId, signature: signTemplate(bytes) };
};

const version = (number: number, change: Partial<Template> = {}): Template => ({
  ...testTemplate,
  version: number,
  ...change,
});

const withKind = (number: number, kind: string) => {
  const [first] = testTemplate.sections;
  const field = { id: 'seal', kind, label: { en: 'Seal' } };
  return { ...version(number), sections: [{ ...first, fields: [...(first?.fields ?? []), field] }] };
};

describe('a form with the signature of the Network', () => {
  test('[FO3] is the newest from then on, and after a start without a connection too', async () => {
    const { templates, start, arrivals } = await laptop();
    expect(templates.isKnown('pledge@3')).toBe(false);
    await templates.take('pledge@3', signed(version(3)));
    const after = await start();
    for (const forms of [templates, after]) {
      expect(forms.isKnown('pledge@3')).toBe(true);
      expect(forms.resources.newest('pledge')).toEqual(version(3));
      expect(forms.resources.find('pledge@2')?.version).toBe(2);
      expect(forms.state.get()).toMatchObject({ fromNetwork: [version(3)], refused: [] });
    }
    expect(arrivals()).toBe(2);
  });

  test('that is older than those built in is there for its documents, and begins none', async () => {
    const { templates, start } = await laptop();
    const without = new Resources([version(4)], testVocabulary);
    const later = await start(without);
    await later.take('pledge@3', signed(version(3)));
    expect(later.resources.find('pledge@3')?.version).toBe(3);
    expect(later.resources.newest('pledge').version).toBe(4);
    expect(templates.isKnown('pledge@1')).toBe(true);
  });

  test('gives way to the one that a later version of the app has built in', async () => {
    const { templates, start } = await laptop();
    await templates.take('pledge@3', signed(version(3, { name: { en: 'As it came' } })));
    const built = version(3, { name: { en: 'As it is built in' } });
    const later = await start(builtIn.with([built]));
    expect(later.resources.find('pledge@3')).toEqual(built);
    expect(later.state.get()).toMatchObject({ fromNetwork: [], refused: [] });
  });

  test('[FO5] that another window brought is found when a document of it is opened', async () => {
    const { templates, start } = await laptop();
    const otherWindow = await start();
    await templates.take('pledge@3', signed(version(3)));
    expect(otherWindow.resources.find('pledge@3')).toBeUndefined();
    expect((await otherWindow.find('pledge@3'))?.version).toBe(3);
  });
});

describe('[FO3] a form without the signature of the Network is not kept, and named', () => {
  const good = signed(version(3));
  const other = signed(version(4));
  const cases: readonly [string, SignedTemplate][] = [
    ['none', { ...good, keyId: '', signature: '' }],
    ['one of a key that nobody knows', { ...good, keyId: 'another' }],
    ['one of other bytes', { ...good, signature: other.signature }],
    ['no base64', { ...good, signature: 'a signature!' }],
    ['one that is cut', { ...good, signature: good.signature.slice(0, 40) }],
    ['its own, on bytes that were altered', { ...good, bytes: bytesOf(version(3, { titleField: 'email' })) }],
    ['its own, but of another form than the one that was asked for', other],
  ];
  test.each(cases)('%s', async (_, answer) => {
    const { templates, kept, arrivals } = await laptop();
    await templates.take('pledge@3', answer);
    expect(templates.state.get()).toMatchObject({
      fromNetwork: [],
      refused: [{ ref: 'pledge@3', why: 'not-signed' }],
    });
    expect(templates.resources.newest('pledge').version).toBe(2);
    expect(templates.obstacle('pledge@3')).toEqual({ code: 'form-missing' });
    expect(await kept.all()).toEqual([]);
    expect(arrivals()).toBe(0);
    // Asked for again at the next start, not before.
    expect(templates.isKnown('pledge@3')).toBe(true);
  });

  test('the key of the practice Network counts on this laptop alone', async () => {
    const { templates } = await laptop('https://desk.example.org');
    await templates.take('pledge@3', good);
    expect(templates.state.get().refused).toEqual([{ ref: 'pledge@3', why: 'not-signed' }]);
  });

  test('one that was kept is as good as not here once its key is no longer pinned', async () => {
    const { templates, start } = await laptop();
    await templates.take('pledge@3', good);
    const later = await start(builtIn, 'https://desk.example.org');
    expect(later.isKnown('pledge@3')).toBe(false);
    expect(later.state.get()).toMatchObject({ fromNetwork: [], refused: [] });
  });
});

describe('a form of which this version knows not all', () => {
  test('[FO4] is not used where it has a kind of field that nobody knows; the one before stays', async () => {
    const { templates, start } = await laptop();
    await templates.take('pledge@3', signed(withKind(3, 'fingerprint')));
    for (const forms of [templates, await start()]) {
      expect(forms.resources.newest('pledge').version).toBe(2);
      expect(forms.state.get().refused).toEqual([{ ref: 'pledge@3', why: 'unusable' }]);
      expect(forms.obstacle('pledge@3')).toEqual({ code: 'form-unusable' });
      expect(forms.isKnown('pledge@3')).toBe(true);
    }
  });

  test('[FO4] is used without the rule that nobody knows, which is a hint', async () => {
    const { templates } = await laptop();
    const rule = { id: 'of-tomorrow', params: {}, severity: 'warning', source: 'assumed' } as const;
    await templates.take('pledge@3', signed(version(3, { rules: [rule] })));
    const form = templates.resources.newest('pledge');
    expect(form.version).toBe(3);
    expect(validate(form, { title: 'A title' }, testVocabulary)).toContainEqual({
      path: '',
      code: 'unknown-rule',
      severity: 'hint',
      source: 'assumed',
      params: { rule: 'of-tomorrow' },
    });
  });

  test('what is no form at all is another one', async () => {
    const { templates } = await laptop();
    for (const [ref, nonsense] of [
      ['pledge@3', null],
      ['pledge@4', 4],
      ['pledge@5', []],
      ['pledge@6', 'pledge@6'],
    ] as const) {
      await templates.take(ref, signed(nonsense));
      expect(templates.state.get().refused).toContainEqual({ ref, why: 'not-signed' });
    }
  });
});

test('a row that is damaged is as good as not here, and the others are read', async () => {
  const { templates, database, start } = await laptop();
  await templates.take('pledge@3', signed(version(3)));
  await templates.take('pledge@4', signed(version(4)));
  await database.templates.update('pledge@3', { sealed: new Uint8Array(64) });
  const after = await start();
  expect([after.isKnown('pledge@3'), after.isKnown('pledge@4')]).toEqual([false, true]);
});
