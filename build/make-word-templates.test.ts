import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeWordTemplates } from './make-word-templates.ts';

const folder = new URL('../resources/word-templates/', import.meta.url);

it('keeps the house templates as `node build/make-word-templates.ts` makes them', async () => {
  const made = await makeWordTemplates();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(made).sort());
  for (const [name, bytes] of Object.entries(made))
    expect([name, Buffer.from(bytes).equals(readFileSync(new URL(name, folder)))]).toEqual([name, true]);
});
