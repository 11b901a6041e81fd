import { useEffect, useEffectEvent } from 'react';
import type { DeskApp } from '#renderer/commands/desk-app.ts';
import { useApp } from '#renderer/deps-context.ts';

type MenuCommand = Parameters<Parameters<DeskApp['onMenuCommand']>[0]>[0];

/** Hears what is chosen in the application menu, as long as the component is shown. */
export const useMenuCommand = (listener: (command: MenuCommand) => void): void => {
  const app = useApp();
  const hear = useEffectEvent(listener);
  useEffect(() => app.onMenuCommand((command) => hear(command)), [app]);
};
