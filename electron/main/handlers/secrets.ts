import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Answer } from '#shared/ipc/channels.ts';
import { isDiskFull, isMissing, replaceFile } from '../durable-file.ts';
import type { Keychain } from '../keychain.ts';
import type { Log } from '../logger.ts';

const keyBytes = 32;

/** A key at rest: encrypted by the keychain, or bare where there is none. */
const keyFileSchema = z.strictObject({
  v: z.literal(1),
  protection: z.enum(['keychain', 'none']),
  data: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
type KeyFile = z.infer<typeof keyFileSchema>;
type SpaceKeyAnswer = Answer<'secrets:space-key'>;

const refused = (code: Extract<SpaceKeyAnswer, { ok: false }>['code']): SpaceKeyAnswer => ({
  ok: false,
  code,
});
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * The key of a space, from `<folder>/<space>.key`, made and durable on the disk at the first call. A file that is
 * there but cannot be read is never replaced: what it sealed would be lost. A bare key moves into the keychain
 * as soon as there is one.
 */
export const spaceKeys = ({ folder, keychain, log }: { folder: string; keychain: Keychain; log: Log }) => {
  const running = new Map<string, Promise<SpaceKeyAnswer>>();

  const keep = async (file: string, key: Uint8Array): Promise<SpaceKeyAnswer> => {
    const isProtected = await keychain.isAvailable();
    const protection = isProtected ? 'keychain' : 'none';
    const data = isProtected ? base64(await keychain.encrypt(base64(key))) : base64(key);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await replaceFile(file, JSON.stringify({ v: 1, protection, data } satisfies KeyFile));
    return { ok: true, key: new Uint8Array(key), protection };
  };

  const decrypt = async (file: string, kept: KeyFile): Promise<SpaceKeyAnswer> => {
    if (!(await keychain.isAvailable())) return refused('keychain-unavailable');
    const opened = await keychain.decrypt(Buffer.from(kept.data, 'base64'));
    const key = Buffer.from(opened.text, 'base64');
    if (key.length !== keyBytes) return refused('key-unreadable');
    if (opened.isStale) await keep(file, key);
    return { ok: true, key: new Uint8Array(key), protection: 'keychain' };
  };

  const open = async (space: string): Promise<SpaceKeyAnswer> => {
    const file = join(folder, `${encodeURIComponent(space)}.key`);
    try {
      const text = await readFile(file, 'utf8').catch((error) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (text === null) return await keep(file, randomBytes(keyBytes));
      const kept = keyFileSchema.parse(JSON.parse(text));
      if (kept.protection === 'keychain') return await decrypt(file, kept);
      const key = Buffer.from(kept.data, 'base64');
      if (key.length !== keyBytes) return refused('key-unreadable');
      if (await keychain.isAvailable()) return await keep(file, key);
      return { ok: true, key: new Uint8Array(key), protection: 'none' };
    } catch (error) {
      log('error', 'space-key-failed', { space, cause: error instanceof Error ? error.name : 'unknown' });
      return refused(isDiskFull(error) ? 'disk-full' : 'key-unreadable');
    }
  };

  /** Two calls at the same time share one answer, so that a space never gets two keys. */
  return ({ space }: { readonly space: string }): Promise<SpaceKeyAnswer> => {
    const answer = running.get(space) ?? open(space).finally(() => running.delete(space));
    running.set(space, answer);
    return answer;
  };
};
