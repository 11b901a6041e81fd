import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { browserKeys } from './browser-keys.ts';
import type { KeyVault } from './key-vault.ts';
import type { SpaceKey } from './shell.ts';

class MemoryVault implements KeyVault {
  readonly texts = new Map<string, string>();
  failure: Error | null = null;
  #last: Promise<unknown> = Promise.resolve();
  read = async (name: string): Promise<string | null> => this.texts.get(name) ?? null;
  write = async (name: string, text: string): Promise<void> => {
    if (this.failure !== null) throw this.failure;
    this.texts.set(name, text);
  };
  alone = <T>(_name: string, work: () => Promise<T>): Promise<T> => {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  };
}

const random = (length: number): Uint8Array => webcrypto.getRandomValues(new Uint8Array(length));
const built = () => {
  const vault = new MemoryVault();
  return { vault, keys: browserKeys(vault, random) };
};
const opened = (found: SpaceKey): Uint8Array => {
  if (found.state !== 'open') throw new Error(`not open: ${found.state}`);
  return found.key;
};

describe('the keys of the browser edition', () => {
  it('are made once per space and open without a passphrase until one is set', async () => {
    const { keys } = built();
    const first = await keys.spaceKey('training');
    expect(first).toMatchObject({ state: 'open', protection: 'none', key: { length: 32 } });
    expect(await keys.spaceKey('training')).toEqual(first);
    expect(opened(await keys.spaceKey('local'))).not.toEqual(opened(first));
  });

  it('are one, even when two tabs ask at once', async () => {
    const { keys } = built();
    const [one, other] = await Promise.all([keys.spaceKey('local'), keys.spaceKey('local')]);
    expect(one).toEqual(other);
  });

  it('open only with the passphrase once there is one, and the bare key is gone', async () => {
    const { vault, keys } = built();
    const key = opened(await keys.spaceKey('training'));
    const bare = vault.texts.get('training') ?? '';
    expect(await keys.setPassphrase('training', key, '')).toBe(false);
    expect(await keys.setPassphrase('training', key, 'río grande')).toBe(true);

    expect(await keys.spaceKey('training')).toEqual({ state: 'locked' });
    expect(await keys.unlock('training', 'rio grande')).toBeNull();
    expect(await keys.unlock('training', '')).toBeNull();
    expect(await keys.unlock('training', 'río grande')).toEqual(key);
    const bareKey = (JSON.parse(bare) as { key: string }).key;
    expect(vault.texts.get('training')).not.toContain(bareKey);
  });

  it('open with the same letters, however the keyboard composes them', async () => {
    const { keys } = built();
    const key = opened(await keys.spaceKey('training'));
    await keys.setPassphrase('training', key, 'ri\u0301o');
    expect(await keys.unlock('training', 'r\u00edo')).toEqual(key);
  });

  it('stand open again when the passphrase is taken away', async () => {
    const { keys } = built();
    const key = opened(await keys.spaceKey('training'));
    await keys.setPassphrase('training', key, 'one');
    await keys.setPassphrase('training', key, null);
    expect(await keys.spaceKey('training')).toEqual({ state: 'open', protection: 'none', key });
  });

  it.each(['{', '{"v":2}', '{"v":1,"protection":"none","key":"AAAA"}', '[]'])(
    'are never replaced when the record is unreadable: %s',
    async (text) => {
      const { vault, keys } = built();
      vault.texts.set('training', text);
      expect(await keys.spaceKey('training')).toEqual({ state: 'failed', code: 'key-unreadable' });
      expect(vault.texts.get('training')).toBe(text);
    },
  );

  it('are made anew over a file whose first writing never finished', async () => {
    const { vault, keys } = built();
    vault.texts.set('training', '');
    expect(await keys.spaceKey('training')).toMatchObject({ state: 'open' });
  });

  it('name a full disk', async () => {
    const { vault, keys } = built();
    vault.failure = new DOMException('full', 'QuotaExceededError');
    expect(await keys.spaceKey('training')).toEqual({ state: 'failed', code: 'disk-full' });
  });

  it('are not opened by a record that somebody altered', async () => {
    const { vault, keys } = built();
    const key = opened(await keys.spaceKey('training'));
    await keys.setPassphrase('training', key, 'one');
    const record = JSON.parse(vault.texts.get('training') ?? '') as { wrapped: string };
    record.wrapped = `${record.wrapped.startsWith('A') ? 'B' : 'A'}${record.wrapped.slice(1)}`;
    vault.texts.set('training', JSON.stringify(record));
    expect(await keys.unlock('training', 'one')).toBeNull();
  });
});
