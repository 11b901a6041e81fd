import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '#build/parts/tool.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { templateRefOf } from '#shared/domain/template.ts';
import { aDoc, set, signIn } from '#tests/contract/network-client.ts';
import { templateOf } from '#tests/e2e/documents.ts';

/** What every page of the guide takes its pictures with. */

export const languages = ['en', 'es'] as const;
export type GuideLanguage = (typeof languages)[number];

/** A sentence of the screens by its id. */
export const sentences = (language: GuideLanguage) => {
  const files = ['editor', 'life', 'desk', 'submit', 'export', 'bundle', 'outbox'];
  const all = Object.assign(
    {},
    ...files.map((file) =>
      JSON.parse(readFileSync(join(projectRoot, `shared/messages/${language}/${file}.json`), 'utf8')),
    ),
  ) as Record<string, string>;
  return (id: string): string => {
    const found = all[id];
    if (found === undefined) throw new Error(`there is no message ${id}`);
    return found;
  };
};

export const show = async (page: Page, language: GuideLanguage): Promise<void> => {
  await page.evaluate((chosen) => {
    const kept = JSON.parse(localStorage.getItem('desk:preferences') ?? '{}') as object;
    const first = { textSize: 100, density: 'comfortable', theme: 'light' };
    localStorage.setItem('desk:preferences', JSON.stringify({ ...first, ...kept, language: chosen }));
  }, language);
  await page.reload();
  await page.locator(`html[lang^="${language}"]`).waitFor();
};

/** Puts a document into the training network as a colleague would; the laptop then has it from there. */
export const bring = async (url: string, kind: DocKind, fields: FieldMap): Promise<DocId> => {
  const colleague = await signIn(url);
  const doc = aDoc();
  const create = { kind, template: templateRefOf(templateOf(kind)) };
  const ops = Object.entries(fields).map(([path, value]) => set(path, value as Parameters<typeof set>[1]));
  const outcome = await colleague.pushOne({ doc, n: 1, create, ops });
  if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
  return doc;
};
