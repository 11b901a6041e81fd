import { expect } from '@playwright/test';
import { sample, templateOf } from './documents.ts';
import { test } from './journey.ts';
import { Keyboard } from './keyboard-writer.ts';

test('(f) from Welcome to the receipt by the keyboard alone', async ({ laptop, desk, atNetwork }) => {
  const { page } = laptop;
  const keyboard = new Keyboard(page);
  await expect(page.getByRole('button', { name: /^Practise/ })).toBeVisible();

  await keyboard.tabTo('the name', ({ role, name }) => role === 'input' && name.startsWith('Name'));
  await keyboard.type('Ana Ruiz Delgado');
  await keyboard.tabTo(
    'the organization',
    ({ role, name }) => role === 'input' && name.startsWith('Organization'),
  );
  await keyboard.type('Ministerio del Interior');
  await keyboard.tabTo('Practise', ({ role, name }) => role === 'button' && name.startsWith('Practise'));
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible();
  await keyboard.tabTo('New Pledge', ({ role, name }) => role === 'button' && /^New ?Pledge$/.test(name));
  await keyboard.press('Enter');
  await expect(page.locator('[data-path="title"]').first()).toBeVisible();
  const values = sample('pledge-civil-registration-en');
  await keyboard.fillForm(templateOf('pledge'), values);
  await desk.everythingIsSaved();

  await keyboard.tabTo(
    'Submit…',
    ({ role, name }) => ['a', 'button', 'link'].includes(role) && name.startsWith('Submit…'),
  );
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Submit to the Network' })).toBeVisible();
  const questions = page.getByRole('main').getByRole('checkbox', { checked: false });
  for (let open = await questions.count(); open > 0; open--) {
    await keyboard.tabTo('a question', ({ role }) => role === 'checkbox');
    await keyboard.press('Space');
    await expect(questions).toHaveCount(open - 1);
  }
  await keyboard.tabTo('Submit pledge', ({ role, name }) => role === 'button' && name === 'Submit pledge');
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Receipt TRAIN-/, { timeout: 60_000 });
  const [held] = [...(await atNetwork.documents()).values()];
  expect(held).toMatchObject({ stage: 'submitted', fields: expect.objectContaining(values) });
});
