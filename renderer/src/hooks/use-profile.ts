import type { Preferences, Profile } from '#renderer/commands/profile.ts';
import { useApp } from '#renderer/deps-context.ts';
import { useStore } from './use-store.ts';

export const useProfile = (): Profile => useStore(useApp().profile);

export const usePreferences = (): Preferences => useStore(useApp().preferences);
