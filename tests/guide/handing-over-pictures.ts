import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#build/parts/tool.ts';
import { bring } from '#tests/e2e/colleague.ts';
import { DeskPage } from '#tests/e2e/desk-page.ts';
import { sample } from '#tests/e2e/documents.ts';
import { test } from '#tests/e2e/journey.ts';
import { languages, sentences, show } from './guide-page.ts';

const samples = { en: 'pledge-civil-registration-en', es: 'pledge-remesas-contrapartida-es' } as const;

for (const language of languages) {
  test(`the pictures of handing over, ${language}`, async ({ openLaptop, network }) => {
    const folder = join(projectRoot, 'docs/images/guide', language);
    mkdirSync(folder, { recursive: true });
    const t = sentences(language);
    const [first, second] = [await openLaptop(), await openLaptop()];
    const [ana, leila] = [new DeskPage(first), new DeskPage(second)];
    const picture = async ({ page }: DeskPage, name: string) => {
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    };
    for (const { page } of [ana, leila]) await page.setViewportSize({ width: 1280, height: 800 });
    // A colleague: the practice Network signs everybody in as the same person unless another is asked for.
    await leila.page
      .context()
      .route('**/v1/training/session', (route) =>
        route.continue({ postData: JSON.stringify({ account: 'leila' }) }),
      );

    const { textLanguage: _own, ...fields } = sample(samples[language]);
    const doc = await bring(network.url, 'pledge', fields);
    await ana.enter();
    const title = String(fields.title);
    await ana.page.getByText(title).first().waitFor();
    await ana.open(doc);
    await ana.page.getByRole('tab', { name: /^People/ }).click();
    const people = ana.page.getByRole('complementary', { name: 'People' });
    await people.getByLabel('E-mail address').fill('leila@training.example');
    await people.getByRole('button', { name: 'Invite' }).click();
    await people.getByText('Leila Haddad').waitFor();
    await ana.page.keyboard.press('ControlOrMeta+s');
    await leila.enter('Practise', 'Leila Haddad');
    await leila.page.getByText(title).first().waitFor();

    await first.goOffline();
    await ana.text('title').fill(`${title} (2027)`);
    await ana.everythingIsSaved();
    await ana.submit(doc, 'pledge');
    await show(ana.page, language);
    await ana.goTo('#/hand-over');
    await ana.page.getByText(t('bundle.queue')).waitFor();
    await picture(ana, 'hand-over-export');
    const download = ana.page.waitForEvent('download');
    await ana.page.getByRole('button', { name: t('bundle.save') }).click();
    const bundle = await (await download).path();

    await show(leila.page, language);
    await leila.goTo('#/hand-over');
    await leila.page.locator('input[type=file]').setInputFiles(bundle);
    const take = leila.page.getByRole('list', { name: t('bundle.rows') });
    await take.waitFor();
    await take.scrollIntoViewIfNeeded();
    await leila.page
      .getByText(t('bundle.send-for').replace('{name}', 'Ana Ruiz Delgado'))
      .scrollIntoViewIfNeeded();
    await picture(leila, 'hand-over-import');
    await leila.page
      .getByRole('region', { name: t('bundle.in') })
      .getByRole('button')
      .last()
      .click();
    await leila.page.getByRole('link', { name: /Ana Ruiz Delgado/ }).click();
    await leila.page.getByRole('button', { name: t('outbox.send-now') }).click();
    await leila.page
      .getByText(/TRAIN-/)
      .first()
      .waitFor({ timeout: 60_000 });
    await picture(leila, 'hand-over-outbox');
  });
}
