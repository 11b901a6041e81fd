import { expect, type Page } from '@playwright/test';
import { sample } from './documents.ts';
import { test } from './journey.ts';

/** In the browser edition, where a round is short; KILL_ROUNDS asks for more. */
const browserRounds = Number(process.env.KILL_ROUNDS ?? 50);
const hostedRounds = 5;
const roundMs = 30_000;
/** A very fast typist; without any pause the test would measure how fast it can press keys. */
const betweenKeysMs = 40;
const words = String(sample('pledge-cities-inclusion-en').description).split(' ');

/** Remembers, at every frame, the text that the status line then calls saved. */
function rememberWhatIsCalledSaved(): void {
  const remember = (): void => {
    const text = document.querySelector<HTMLTextAreaElement>('[data-path="description"] textarea')?.value;
    const isSaving = document.querySelector('.status-line')?.hasAttribute('data-saving') ?? true;
    if (!isSaving && text !== undefined) Object.assign(globalThis, { calledSaved: text });
    requestAnimationFrame(remember);
  };
  requestAnimationFrame(remember);
}

const calledSaved = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { calledSaved?: string }).calledSaved ?? '');

test('(d) nothing that was called saved is lost when the browser is killed in mid-typing', async ({
  laptop,
  desk,
}, testInfo) => {
  const rounds = testInfo.project.metadata.shell === 'hosted' ? hostedRounds : browserRounds;
  test.setTimeout(60_000 + rounds * roundMs);
  await desk.enter('Just write');
  const id = await desk.begin('pledge');
  await desk.text('description').fill('');
  let typed = '';
  const behind: { readonly characters: number; readonly milliseconds: number }[] = [];

  for (let round = 0; round < rounds; round++) {
    await desk.page.evaluate(rememberWhatIsCalledSaved);
    const field = desk.text('description');
    await field.focus();
    await desk.page.keyboard.press('Control+End');
    const typedAt: { readonly length: number; readonly at: number }[] = [];
    const text = `${Array.from({ length: 10 }, (_, index) => words[(round * 25 + index) % words.length]).join(' ')} `;
    // Never the same place between two saves: some keys more in every round.
    for (const character of text.slice(0, 50 + 3 * (round % hostedRounds))) {
      typed += character;
      typedAt.push({ length: typed.length, at: performance.now() });
      await desk.page.keyboard.type(character, { delay: betweenKeysMs });
    }
    const promised = await calledSaved(desk.page);
    const killedAt = performance.now();
    await laptop.kill();

    await laptop.start();
    await desk.open(id);
    const kept = await desk.text('description').inputValue();
    expect(kept.startsWith(promised), `"${promised.slice(-40)}" was called saved`).toBe(true);
    expect(typed.startsWith(kept)).toBe(true);
    const firstLost = typedAt.find(({ length }) => length > kept.length);
    behind.push({
      characters: typed.length - kept.length,
      milliseconds: firstLost === undefined ? 0 : Math.round(killedAt - firstLost.at),
    });
    typed = kept;
  }
  const told = behind.map(({ characters, milliseconds }) => `${characters} characters (${milliseconds} ms)`);
  test.info().annotations.push({ type: 'behind the keys', description: told.join(', ') });
  console.log(`saving was behind the keys, at ${rounds} kills: ${told.join(', ')}`);
  expect(typed.length).toBeGreaterThan(0);
});
