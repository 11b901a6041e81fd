import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#build/parts/tool.ts';
import { set, signIn } from '#tests/contract/network-client.ts';
import { bring } from '#tests/e2e/colleague.ts';
import { sample } from '#tests/e2e/documents.ts';
import { test } from '#tests/e2e/journey.ts';
import { languages, sentences, show } from './guide-page.ts';

const samples = { en: 'pledge-civil-registration-en', es: 'pledge-remesas-contrapartida-es' } as const;
/** What the reviewer asks, what the author answers, and what two people make of the same words. */
const words = {
  en: {
    question: 'Which institutions, in which districts?',
    answer: 'Those of the two border districts; the list is attached.',
    first: 'Two universities and the midwives.',
    mine: 'Two universities and the midwives of the coast.',
    theirs: 'Three universities and the midwives of the lake.',
  },
  es: {
    question: '¿Qué instituciones, y en qué municipios?',
    answer: 'Las de los dos municipios fronterizos; se adjunta la lista.',
    first: 'Dos universidades y las parteras.',
    mine: 'Dos universidades y las parteras de la costa.',
    theirs: 'Tres universidades y las parteras del lago.',
  },
} as const;

for (const language of languages) {
  test(`the pictures of a review round, ${language}`, async ({ laptop, desk, network }) => {
    const folder = join(projectRoot, 'docs/images/guide', language);
    mkdirSync(folder, { recursive: true });
    const { page } = desk;
    const t = sentences(language);
    const { question, answer, first, mine, theirs } = words[language];
    const picture = async (name: string, of = page) => {
      await of.evaluate(() => document.fonts.ready);
      await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    };
    await page.setViewportSize({ width: 1280, height: 800 });
    const { textLanguage: _own, ...fields } = sample(samples[language]);
    const title = String(fields.title);
    const doc = await bring(network.url, 'pledge', { ...fields, partners: first });
    await desk.enter();
    await page.getByText(title).first().waitFor();
    await desk.open(doc);
    await desk.submit(doc, 'pledge');
    await desk.receiptOf(doc);

    const browser = page.context().browser();
    const reviewer = await (browser === null ? page.context() : await browser.newContext()).newPage();
    await reviewer.goto(`${network.url}/console`);
    await reviewer.getByRole('button', { name: /^Reviewer/ }).click();
    await reviewer.setViewportSize({ width: 1280, height: 800 });
    await reviewer.getByRole('link', { name: title }).waitFor();
    await picture('console-queue', reviewer);
    await reviewer.getByRole('link', { name: title }).click();
    await reviewer.getByText('Comment on 30', { exact: true }).click();
    const comment = reviewer.getByLabel(/^Comment on 30\./);
    await comment.fill(question);
    await picture('console-comment', reviewer);
    await comment.locator('xpath=ancestor::form').getByRole('button', { name: 'Send' }).click();
    await reviewer.getByRole('button', { name: 'Ask for more information' }).click();
    await reviewer.getByText('Returned (round 2)').waitFor();

    await show(page, language);
    await desk.open(doc);
    await page.getByRole('tab', { name: new RegExp(`^${t('people.tab')}`) }).click();
    await page.getByLabel(t('people.email'), { exact: true }).fill('leila@training.example');
    await page.getByRole('button', { name: t('people.inviteButton') }).click();
    await page.getByText('Leila Haddad').waitFor({ timeout: 60_000 });
    await page.getByLabel(t('people.email'), { exact: true }).fill('somebody@elsewhere.example');
    await page.getByRole('button', { name: t('people.inviteButton') }).click();
    const invited = t('people.invited').replace('{role}', t('people.role.editor'));
    await page.getByText(invited).waitFor({ timeout: 60_000 });
    await picture('review-people');

    await page.getByRole('tab', { name: new RegExp(`^${t('review.tab')}`) }).click();
    const thread = page.locator('.thread').filter({ hasText: question });
    await thread.waitFor({ timeout: 60_000 });
    await laptop.goOffline();
    await desk.text('partners').fill(mine);
    await thread.getByRole('button', { name: t('review.answer') }).click();
    await thread.getByLabel(t('review.answerLabel')).fill(answer);
    await picture('review-panel');
    await thread.getByRole('button', { name: t('review.sendClose') }).click();
    await page.getByText(t('review.closed').replace('{text}', question)).waitFor();
    await picture('review-answered');

    const colleague = await signIn(network.url);
    await colleague.pushOne({ doc, n: 1, ops: [set('partners', theirs, 1)] });
    await laptop.goOnline();
    await page.getByRole('button', { name: t('compare.word') }).click({ timeout: 60_000 });
    await page.getByText(t('compare.theirs')).first().waitFor();
    await picture('review-compare');
  });
}
