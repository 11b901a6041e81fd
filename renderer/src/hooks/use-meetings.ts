import { useMemo, useSyncExternalStore } from 'react';
import type { CivilDay } from '#shared/domain/civil-day.ts';
import { usePreferences } from './use-profile.ts';
import { useSpace } from './use-space.ts';

const none: readonly CivilDay[] = [];
const nothingChanges = () => () => {};

/** Days of the Steering Committee's meetings that the Network told last; none where there is no Network. */
export const useToldMeetings = (): readonly CivilDay[] => {
  const { sync } = useSpace();
  return useSyncExternalStore(
    sync ? (listener) => sync.subscribe(listener) : nothingChanges,
    () => sync?.getMeetings() ?? none,
  );
};

/** All days that are known, each once, in order: told by the Network or typed in on this laptop. */
export const useMeetings = (): readonly CivilDay[] => {
  const told = useToldMeetings();
  const { meetings } = usePreferences();
  return useMemo(() => [...new Set([...told, ...meetings])].sort(), [told, meetings]);
};
