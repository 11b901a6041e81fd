import { useEffect, useState } from 'react';
import { useCommands } from './use-commands.ts';

/** The account of the open space at its Network; null until it is known. */
export const useOwnAccount = (): string | null => {
  const commands = useCommands();
  const [account, setAccount] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    void commands.ownAccount().then((own) => {
      if (isShown) setAccount(own);
    });
    return () => {
      isShown = false;
    };
  }, [commands]);
  return account;
};
