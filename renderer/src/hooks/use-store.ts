import { useSyncExternalStore } from 'react';
import type { ExternalStore } from '#renderer/commands/external-store.ts';

/** Watches one store of the app. */
export const useStore = <T>(store: ExternalStore<T>): T => useSyncExternalStore(store.subscribe, store.get);
