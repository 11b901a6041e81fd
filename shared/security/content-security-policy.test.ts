import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, reactAriaStyleHash } from './content-security-policy.ts';

test('the hash is that of the style element which the installed react-aria adds', () => {
  const usePress = 'node_modules/react-aria/dist/private/interactions/usePress.mjs';
  const source = readFileSync(join(import.meta.dirname, '../..', usePress), 'utf8');
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1] ?? '';
  const template = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? '';
  const style = template.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
  expect(style).toContain(attribute);
  expect(reactAriaStyleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
});

test('nothing is allowed that was not named, and only the browser edition may fetch', () => {
  const electron = contentSecurityPolicy({ connectSrc: "'none'" });
  const browser = contentSecurityPolicy({ connectSrc: "'self'" });
  expect(electron.startsWith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ")).toBe(true);
  expect(browser).toBe(electron.replace("connect-src 'none'", "connect-src 'self'"));
  expect(electron).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
});
