import * as z from 'zod/mini';
import type { KeyVault } from './key-vault.ts';
import {
  fromBase64,
  type RandomBytes,
  toBase64,
  unwrapKey,
  wrapKey,
  wrappedKeySchema,
} from './passphrase-key.ts';
import type { Shell, SpaceKey } from './shell.ts';

const keyBytes = 32;

const keptKeySchema = z.discriminatedUnion('protection', [
  z.strictObject({
    v: z.literal(1),
    protection: z.literal('none'),
    key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
  }),
  z.strictObject({ v: z.literal(1), protection: z.literal('passphrase'), ...wrappedKeySchema.shape }),
]);
type KeptKey = z.infer<typeof keptKeySchema>;

const failed = (code: Extract<SpaceKey, { state: 'failed' }>['code']): SpaceKey => ({
  state: 'failed',
  code,
});
const isDiskFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** The part of the shell that keeps keys in a browser: bare, or behind a passphrase; never in a keychain. */
export const browserKeys = (
  vault: KeyVault,
  random: RandomBytes,
): Pick<Shell, 'spaceKey' | 'unlock' | 'setPassphrase'> => {
  const kept = async (space: string): Promise<KeptKey | null> => {
    const text = await vault.read(space);
    // An empty file is one whose first writing never finished: no key ever left it.
    return text === null || text === '' ? null : keptKeySchema.parse(JSON.parse(text));
  };
  const keep = (space: string, key: KeptKey): Promise<void> => vault.write(space, JSON.stringify(key));

  return {
    spaceKey: (space) =>
      vault.alone(space, async (): Promise<SpaceKey> => {
        try {
          const found = await kept(space);
          if (found?.protection === 'passphrase') return { state: 'locked' };
          if (found !== null) return { state: 'open', key: fromBase64(found.key), protection: 'none' };
          const key = random(keyBytes);
          await keep(space, { v: 1, protection: 'none', key: toBase64(key) });
          return { state: 'open', key, protection: 'none' };
        } catch (error) {
          return failed(isDiskFull(error) ? 'disk-full' : 'key-unreadable');
        }
      }),

    unlock: async (space, passphrase) => {
      const found = await kept(space);
      if (found === null) return null;
      return found.protection === 'none' ? fromBase64(found.key) : unwrapKey(found, passphrase);
    },

    setPassphrase: (space, key, passphrase) =>
      vault.alone(space, async () => {
        // An empty passphrase would protect from nobody.
        if (passphrase === '') return false;
        await keep(
          space,
          passphrase === null
            ? { v: 1, protection: 'none', key: toBase64(key) }
            : { v: 1, protection: 'passphrase', ...(await wrapKey(key, passphrase, random)) },
        );
        return true;
      }),
  };
};
