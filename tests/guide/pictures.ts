import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { projectRoot } from '#build/parts/tool.ts';
import { bring } from '#tests/e2e/colleague.ts';
import { sample } from '#tests/e2e/documents.ts';
import { test } from '#tests/e2e/journey.ts';
import { type GuideLanguage, languages, sentences, show } from './guide-page.ts';

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
