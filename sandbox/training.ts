import type { Account } from './account.ts';
import { trainingAccounts } from './account.ts';
import type { Network } from './network.ts';
import type { ServerStore } from './store.ts';

/** Makes the training accounts and their sessions where they are missing; `newToken` is asked for each. */
export const prepareTrainingAccounts = (store: ServerStore, newToken: () => string): Promise<void> =>
  store.transaction(async (rows) => {
    await rows.lockRealms([...new Set(trainingAccounts.map(({ realm }) => realm))].sort());
    for (const account of trainingAccounts) await rows.saveAccount(account, newToken());
  });

/** A training account and its token, the same at every call; undefined where there is no such account. */
export const trainingSession = (
  network: Network,
  id: string = trainingAccounts[0].id,
): Promise<{ readonly token: string; readonly account: Account } | undefined> =>
  network.store.snapshot(async (rows) => {
    const account = trainingAccounts.find((one) => one.id === id);
    const token = account && (await rows.tokenOf(account.id));
    return account && token !== undefined ? { token, account } : undefined;
  });
