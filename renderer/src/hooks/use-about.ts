import { useCallback, useEffect, useState } from 'react';
import type { About } from '#renderer/commands/about.ts';
import { useApp } from '#renderer/deps-context.ts';

/** What this installation is; null for the moment until the shell has answered. `again` asks anew. */
export const useAbout = (): { readonly about: About | null; readonly again: () => void } => {
  const app = useApp();
  const [about, setAbout] = useState<About | null>(null);
  const again = useCallback(() => {
    void app.about().then(setAbout);
  }, [app]);
  useEffect(again, [again]);
  return { about, again };
};
