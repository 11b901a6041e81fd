import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { projectRoot } from '#build/parts/tool.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { templateRefOf } from '#shared/domain/template.ts';
import { aDoc, set, signIn } from '#tests/contract/network-client.ts';
import { sample, templateOf } from '#tests/e2e/documents.ts';
import { test } from '#tests/e2e/journey.ts';

const languages = ['en', 'es'] as const;
type GuideLanguage = (typeof languages)[number];

/** The samples that the guide shows: somebody who reads Spanish writes in Spanish. */
const samples: Readonly<Record<GuideLanguage, Readonly<Record<string, string>>>> = {
  en: {
    pledge: 'pledge-civil-registration-en',
    practice: 'practice-returnee-mentors-en',
    'concept-note': 'concept-note-long-title-en',
  },
  es: {
    pledge: 'pledge-remesas-contrapartida-es',
    practice: 'practice-ventanilla-movil-es',
    'concept-note': 'concept-note-cuenca-lago-es',
  },
};

/** A sentence of the screens by its id. */
const sentences = (language: GuideLanguage) => {
  const files = ['editor', 'life', 'desk', 'submit', 'export'];
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

const show = async (page: Page, language: GuideLanguage): Promise<void> => {
  await page.evaluate((chosen) => {
    const kept = JSON.parse(localStorage.getItem('desk:preferences') ?? '{}') as object;
    const first = { textSize: 100, density: 'comfortable', theme: 'light' };
    localStorage.setItem('desk:preferences', JSON.stringify({ ...first, ...kept, language: chosen }));
  }, language);
  await page.reload();
  await page.locator(`html[lang^="${language}"]`).waitFor();
};

/** Puts a document into the training network as a colleague would; the laptop then has it from there. */
const bring = async (url: string, kind: DocKind, fields: FieldMap): Promise<DocId> => {
  const colleague = await signIn(url);
  const doc = aDoc();
  const create = { kind, template: templateRefOf(templateOf(kind)) };
  const ops = Object.entries(fields).map(([path, value]) => set(path, value as Parameters<typeof set>[1]));
  const outcome = await colleague.pushOne({ doc, n: 1, create, ops });
  if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
  return doc;
};

for (const language of languages) {
  test(`the pictures of the guide, ${language}`, async ({ desk, network }) => {
    const folder = join(projectRoot, 'docs/images/guide', language);
    mkdirSync(folder, { recursive: true });
    const { page } = desk;
    const t = sentences(language);
    const picture = (name: string, part: Page | Locator = page) =>
      part.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    const at = (path: string) => page.locator(`[data-path="${path}"]`).first();
    const goTo = async (path: string) => {
      await at(path).scrollIntoViewIfNeeded();
      await at(path).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    };
    await page.setViewportSize({ width: 1280, height: 800 });
    await desk.enter();

    const { textLanguage: _own, ...pledge } = sample(samples[language].pledge ?? '');
    const whole = await bring(network.url, 'pledge', pledge);
    const begun = await bring(network.url, 'pledge', {
      ...pledge,
      title: `${String(pledge.title).slice(0, 60)}…`,
      description: String(pledge.description).slice(0, 180),
      objectives: ['15', '4', '7', '2'],
    });
    const practice = await bring(network.url, 'practice', sample(samples[language].practice ?? ''));
    const note = await bring(network.url, 'concept-note', {
      ...sample(samples[language]['concept-note'] ?? ''),
      meetingDate: '2027-02-24',
    });
    const titles = [pledge.title, sample(samples[language].practice ?? '').title];
    for (const title of titles) await page.getByText(String(title)).first().waitFor();

    await desk.open(whole);
    await desk.submit(whole, 'pledge');
    await desk.receiptOf(whole);
    await show(page, language);

    await desk.goTo('#/desk');
    await page.getByText(String(pledge.title)).first().waitFor();
    await picture('desk');

    await desk.open(begun);
    await picture('pledge-checks');
    await goTo('objectives');
    await at('objectives').getByRole('combobox').first().click();
    await page.keyboard.type(language === 'en' ? 'docum' : 'identidad');
    await page.getByRole('option').first().waitFor();
    await picture('pledge-objectives');
    await page.keyboard.press('Escape');
    await desk.goTo(`#/documents/${begun}/submit`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await picture('pledge-submit');
    await desk.open(whole);
    await page.getByRole('button', { name: t('life.update') }).waitFor();
    await picture('pledge-life');

    await desk.open(practice);
    await goTo('summary');
    await picture('practice-summary');
    await page.getByRole('button', { name: t('export.open') }).click();
    await page.getByRole('dialog').waitFor();
    await picture('practice-export');
    await page.keyboard.press('Escape');

    await desk.open(note);
    await picture('note-deadline');
    await goTo('budget');
    await picture('note-budget');
    await goTo('outcomes');
    await picture('note-results');
    await desk.goTo(`#/documents/${note}/submit`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await picture('note-submit');
  });
}
