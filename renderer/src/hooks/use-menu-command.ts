import { useEffect, useEffectEvent } from 'react';
import { useApp } from '#renderer/deps-context.ts';
import type { MenuCommand } from '#shared/ipc/channels.ts';

/** Hears what is chosen in the application menu, as long as the component is shown. */
export const useMenuCommand = (listener: (command: MenuCommand) => void): void => {
  const app = useApp();
  const hear = useEffectEvent(listener);
  useEffect(() => app.onMenuCommand((command) => hear(command)), [app]);
};
