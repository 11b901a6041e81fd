import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '../keychain.ts';
import { spaceKeys } from './secrets.ts';

/** A keychain that turns every byte over, and can be taken away. */
class FakeKeychain implements Keychain {
  isThere = true;
  isStale = false;
  isRotten = false;
  isAvailable = async (): Promise<boolean> => this.isThere;
  encrypt = async (text: string): Promise<Uint8Array> =>
    Uint8Array.from(Buffer.from(text), (byte) => byte ^ 0xff);
  decrypt = async (bytes: Buffer): Promise<{ text: string; isStale: boolean }> => {
    if (this.isRotten) throw new Error('cannot decrypt');
    return { text: Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString(), isStale: this.isStale };
  };
}

let folder: string;
let keychain: FakeKeychain;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'compact-desk-keys-')), 'keys');
  keychain = new FakeKeychain();
});

const open = (space = 'training') => spaceKeys({ folder, keychain, log: () => {} })({ space });
const file = (space = 'training') => join(folder, `${space}.key`);
const kept = () => JSON.parse(readFileSync(file(), 'utf8')) as { protection: string; data: string };

async function keyOf(answer: ReturnType<typeof open>): Promise<string> {
  const opened = await answer;
  if (!opened.ok) throw new Error(opened.code);
  return Buffer.from(opened.key).toString('base64');
}

describe('secrets:space-key', () => {
  it('makes 32 bytes at the first call and gives the same ever after', async () => {
    const first = await open();
    expect(first).toMatchObject({ ok: true, protection: 'keychain', key: { length: 32 } });
    expect(await open()).toEqual(first);
    expect(await keyOf(open('local'))).not.toBe(await keyOf(open()));
  });

  it('never writes the bare key where there is a keychain', async () => {
    const key = await keyOf(open());
    expect(readFileSync(file(), 'utf8')).not.toContain(key);
    expect(Buffer.from(kept().data, 'base64').toString()).not.toContain(key);
  });

  it('says "none" where there is no keychain, and keeps the file to its owner', async () => {
    keychain.isThere = false;
    expect(await open()).toMatchObject({ ok: true, protection: 'none' });
    if (process.platform !== 'win32') {
      expect((statSync(file()).mode & 0o777).toString(8)).toBe('600');
      expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    }
  });

  it('moves a bare key into the keychain once there is one', async () => {
    keychain.isThere = false;
    const key = await keyOf(open());
    keychain.isThere = true;
    expect(await open()).toMatchObject({ protection: 'keychain' });
    expect(await keyOf(open())).toBe(key);
    expect(readFileSync(file(), 'utf8')).not.toContain(key);
  });

  it('encrypts again when the keychain says that its key has changed', async () => {
    const key = await keyOf(open());
    writeFileSync(file(), JSON.stringify({ ...kept(), data: kept().data }));
    keychain.isStale = true;
    expect(await keyOf(open())).toBe(key);
    keychain.isStale = false;
    expect(await keyOf(open())).toBe(key);
  });

  it('gives one key to two calls at the same time', async () => {
    const keys = spaceKeys({ folder, keychain, log: () => {} });
    const [one, other] = await Promise.all([keys({ space: 'training' }), keys({ space: 'training' })]);
    expect(one).toEqual(other);
    expect(await keys({ space: 'training' })).toEqual(one);
  });

  it.each([
    ['an empty file', ''],
    ['half a file', '{"v":1,"prot'],
    ['another shape', '{"v":2,"protection":"none","data":"AAAA"}'],
    ['a short key', '{"v":1,"protection":"none","data":"AAAA"}'],
  ])('never replaces what it cannot read: %s', async (_what, text) => {
    await open();
    writeFileSync(file(), text);
    expect(await open()).toEqual({ ok: false, code: 'key-unreadable' });
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  it('tells a keychain that is away from one that opens no more', async () => {
    await open();
    const before = readFileSync(file(), 'utf8');
    keychain.isThere = false;
    expect(await open()).toEqual({ ok: false, code: 'keychain-unavailable' });
    keychain.isThere = true;
    keychain.isRotten = true;
    expect(await open()).toEqual({ ok: false, code: 'key-unreadable' });
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  it('names spaces of servers by files that every system accepts', async () => {
    await open('network.example:account-1');
    expect(readdirSync(folder)).toEqual(['network.example%3Aaccount-1.key']);
  });
});
