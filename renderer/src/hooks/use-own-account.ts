import { useEffect, useState } from 'react';
import { useCommands } from './use-commands.ts';

/** The account of the open space at its Network, asked once the Network `hasTold` anything; null until it is known. */
export const useOwnAccount = (hasTold: boolean): string | null => {
  const commands = useCommands();
  const [account, setAccount] = useState<string | null>(null);
  useEffect(() => {
    if (!hasTold) return;
    let isShown = true;
    commands.ownAccount().then(
      (own) => {
        if (isShown) setAccount(own);
      },
      // Nobody is marked as "you" then; everything else of the panel works.
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [commands, hasTold]);
  return account;
};
