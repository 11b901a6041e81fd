import type { Space } from '#renderer/commands/space.ts';
import { useApp } from '#renderer/deps-context.ts';
import { assert } from '#shared/assert.ts';
import { useStore } from './use-store.ts';

/** The open space; only rooms that are shown while the app is ready may ask. */
export const useSpace = (): Space => {
  const space = useStore(useApp().space);
  assert(space, 'a room is shown only while a space is open');
  return space;
};
