import type { AppState } from '#renderer/commands/app-state.ts';
import { useApp } from '#renderer/deps-context.ts';
import { useStore } from './use-store.ts';

export const useAppState = (): AppState => useStore(useApp().state);
