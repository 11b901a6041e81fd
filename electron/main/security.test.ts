import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { ownAddresses } from './app-origin.ts';
import { guardContents, guardPermissions } from './security.ts';
import { windowPreferences } from './window-preferences.ts';

class FakeContents extends EventEmitter {
  open: (details: { url: string }) => unknown = () => undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.open = handler;
  }
  /** True when the event was let through. */
  try(name: string, url = ''): boolean {
    let isPrevented = false;
    this.emit(name, {
      url,
      preventDefault: () => {
        isPrevented = true;
      },
    });
    return !isPrevented;
  }
}

function guarded() {
  const contents = new FakeContents();
  const outside: string[] = [];
  const refused: string[] = [];
  guardContents(contents as unknown as WebContents, {
    isOwnAddress: ownAddresses(),
    openOutside: (address) => outside.push(address),
    refused: (what) => refused.push(what),
  });
  return { contents, outside, refused };
}

describe('the window', () => {
  it('is sandboxed, isolated, without Node, and cannot loosen its own security', () => {
    const { preload, spellcheck, ...settings } = windowPreferences('/app/preload/index.cjs', false);
    expect(preload).toBe('/app/preload/index.cjs');
    expect(spellcheck).toBe(process.platform === 'darwin');
    expect(settings).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: false,
    });
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays at home: %s', (event) => {
    const { contents, refused } = guarded();
    for (const away of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://other/',
      'data:text/html,x',
      '',
    ]) {
      expect(contents.try(event, away)).toBe(false);
    }
    expect(refused).toHaveLength(5);
    expect(contents.try(event, 'app://desk/index.html#/outbox')).toBe(true);
  });

  it('embeds no webview', () => {
    expect(guarded().contents.try('will-attach-webview')).toBe(false);
  });

  it('opens no second window, and hands only https and mailto to the system', () => {
    const { contents, outside, refused } = guarded();
    const addresses = [
      'https://migrationnetwork.un.org/',
      'mailto:amina@example.org?subject=Pledge',
      'http://example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'ms-msdt:/id',
      'https://user:secret@example.org/',
      'app://desk/',
    ];
    for (const url of addresses) expect(contents.open({ url })).toEqual({ action: 'deny' });
    expect(outside).toEqual(addresses.slice(0, 2));
    expect(refused).toHaveLength(6);
  });
});

describe('permissions', () => {
  function asked() {
    const handlers: Record<string, (...given: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...given: never[]) => unknown) => {
      handlers[name] = handler;
    };
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    };
    guardPermissions(session as unknown as Session, { isOwnAddress: ownAddresses(), refused: () => {} });
    return (permission: string, url: string): boolean[] => {
      let requested = false;
      const answer = (granted: boolean): void => {
        requested = granted;
      };
      handlers.request?.(...([null, permission, answer, { requestingUrl: url }] as never[]));
      return [requested, handlers.check?.(...([null, permission, url] as never[])) === true];
    };
  }

  it('grants copying and keeping the store, to our own page only', () => {
    const ask = asked();
    expect(ask('clipboard-sanitized-write', 'app://desk/')).toEqual([true, true]);
    expect(ask('clipboard-sanitized-write', 'app://desk')).toEqual([true, true]);
    expect(ask('persistent-storage', 'app://desk/')).toEqual([true, true]);
    expect(ask('clipboard-sanitized-write', 'https://example.org/')).toEqual([false, false]);
  });

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb', 'fileSystem'])(
    'denies %s',
    (permission) => {
      expect(asked()(permission, 'app://desk/')).toEqual([false, false]);
    },
  );
});
