import type { Commands } from '#renderer/commands/commands.ts';
import { useApp } from '#renderer/deps-context.ts';

/** The only way a screen changes anything. */
export const useCommands = (): Commands => useApp();
