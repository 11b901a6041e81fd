import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/ipc/channels.ts';
import type { MenuStrings } from './menu-strings.ts';

type MenuPlan = {
  readonly strings: MenuStrings;
  readonly platform: NodeJS.Platform;
  readonly isDevelopment: boolean;
  /** Tells the window which item was chosen. */
  readonly send: (command: MenuCommand) => void;
};

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/** The application menu. The items that the window answers carry the command as their id. */
export function menuTemplate({ strings, platform, isDevelopment, send }: MenuPlan): Item[] {
  const isMac = platform === 'darwin';
  const command = (id: MenuCommand, label: keyof MenuStrings, accelerator: string): Item => ({
    id,
    label: strings[label],
    accelerator,
    click: () => send(id),
  });
  const role = (name: NonNullable<Item['role']>, label: keyof MenuStrings): Item => ({
    role: name,
    label: strings[label],
  });
  const settings = command('settings', 'menu.file.settings', 'CmdOrCtrl+,');

  const file: Item[] = [
    command('new-pledge', 'menu.file.new-pledge', 'CmdOrCtrl+N'),
    command('new-practice', 'menu.file.new-practice', 'CmdOrCtrl+Shift+N'),
    command('new-concept-note', 'menu.file.new-concept-note', 'CmdOrCtrl+Alt+N'),
    command('bring-in', 'menu.file.bring-in', 'CmdOrCtrl+O'),
    separator,
    command('send-now', 'menu.file.send-now', 'CmdOrCtrl+Shift+Enter'),
    separator,
    ...(isMac ? [] : [settings, separator]),
    role('close', 'menu.file.close'),
    ...(isMac ? [] : [role('quit', 'menu.file.quit')]),
  ];
  const edit: Item[] = [
    role('undo', 'menu.edit.undo'),
    role('redo', 'menu.edit.redo'),
    separator,
    role('cut', 'menu.edit.cut'),
    role('copy', 'menu.edit.copy'),
    role('paste', 'menu.edit.paste'),
    role('pasteAndMatchStyle', 'menu.edit.paste-plain'),
    role('selectAll', 'menu.edit.select-all'),
  ];
  const view: Item[] = [
    command('desk', 'menu.view.desk', 'CmdOrCtrl+Shift+D'),
    command('outbox', 'menu.view.outbox', 'CmdOrCtrl+Shift+O'),
    separator,
    role('resetZoom', 'menu.view.actual-size'),
    role('zoomIn', 'menu.view.zoom-in'),
    role('zoomOut', 'menu.view.zoom-out'),
    separator,
    role('togglefullscreen', 'menu.view.full-screen'),
    ...(isDevelopment ? [role('toggleDevTools', 'menu.view.developer-tools')] : []),
  ];
  const app: Item[] = [
    role('about', 'menu.app.about'),
    separator,
    settings,
    separator,
    role('hide', 'menu.app.hide'),
    role('hideOthers', 'menu.app.hide-others'),
    role('unhide', 'menu.app.show-all'),
    separator,
    role('quit', 'menu.file.quit'),
  ];
  const window: Item[] = [
    role('minimize', 'menu.window.minimize'),
    ...(isMac ? [role('zoom', 'menu.window.zoom')] : []),
  ];
  return [
    ...(isMac ? [{ role: 'appMenu', submenu: app } satisfies Item] : []),
    { label: strings['menu.file'], submenu: file },
    { label: strings['menu.edit'], submenu: edit },
    { label: strings['menu.view'], submenu: view },
    { label: strings['menu.window'], submenu: window },
  ];
}
