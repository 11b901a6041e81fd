import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { windowEvents } from '#shared/ipc/channels.ts';
import { menuTemplate } from './menu.ts';
import { menuStrings } from './menu-strings.ts';

type Item = MenuItemConstructorOptions;
const flat = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

const built = (platform: NodeJS.Platform, locale = 'en', send: (command: string) => void = () => {}) =>
  flat(menuTemplate({ strings: menuStrings(locale), platform, isDevelopment: false, send }));

describe('the application menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('sends every command of the table on %s', (platform) => {
    const sent: string[] = [];
    for (const item of built(platform, 'en', (command) => sent.push(command))) {
      item.click?.(undefined as never, undefined as never, undefined as never);
    }
    expect(sent.toSorted()).toEqual([...windowEvents['menu:command'].def.shape.command.options].toSorted());
  });

  it.each(['linux', 'darwin'] as const)('gives no shortcut twice on %s', (platform) => {
    const shortcuts = built(platform).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('shows developer tools only while developing', () => {
    expect(built('linux').some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });

  it('speaks the language of the system, English where it has none', () => {
    const labels = (locale: string) => built('linux', locale).flatMap(({ label }) => label ?? []);
    expect(labels('es-PE')[0]).toBe('Archivo');
    expect(labels('de')[0]).toBe('File');
    expect(Object.keys(menuStrings('es'))).toEqual(Object.keys(menuStrings('en')));
  });
});
