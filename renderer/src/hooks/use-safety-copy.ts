import { useSyncExternalStore } from 'react';
import type { JournalStanding } from '#renderer/data/journal.ts';
import type { Restored } from '#renderer/data/restore.ts';
import { useSpace } from './use-space.ts';

const never = () => () => {};
const noCopy = (): JournalStanding => 'failed';

/** What came back from the safety copy at this start, and whether the copy keeps up. */
export const useSafetyCopy = (): {
  readonly restored: Restored | null;
  readonly standing: JournalStanding;
} => {
  const { restored, journal } = useSpace();
  const standing = useSyncExternalStore(journal?.subscribe ?? never, journal?.getSnapshot ?? noCopy);
  return { restored, standing };
};
