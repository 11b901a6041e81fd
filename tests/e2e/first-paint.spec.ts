import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtRenderer } from '#tests/support/sandbox-process.ts';

/** The scripts that the page names: the one that it runs, and all that this one imports at once. */
const scriptsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<(?:script|link rel="modulepreload")[^>]+(?:src|href)="\.\/([^"]+\.js)"/g)].flatMap(
    ([, address]) => address ?? [],
  );

test('the first paint waits for at most 250 kB of JavaScript', () => {
  const scripts = scriptsOf(readFileSync(join(builtRenderer, 'index.html'), 'utf8'));
  const sizes = scripts.map((address) => gzipSync(readFileSync(join(builtRenderer, address))).length);
  expect(scripts.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(250_000);
});
