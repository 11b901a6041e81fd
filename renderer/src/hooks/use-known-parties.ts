import { useEffect, useState } from 'react';
import { KnownParties } from '#renderer/commands/known-parties.ts';
import { loadEntities } from '#renderer/commands/load-entities.ts';
import type { Resources } from '#renderer/commands/resources.ts';
import type { Space } from '#renderer/commands/space.ts';
import { useApp } from '#renderer/deps-context.ts';
import type { Party } from '#shared/domain/known-parties.ts';
import { useSpace } from './use-space.ts';

/** One for each open space, gone with it. */
const ofSpace = new WeakMap<Space, KnownParties>();

const knownIn = (space: Space, resources: Resources): KnownParties => {
  const before = ofSpace.get(space);
  if (before !== undefined) return before;
  const { documents, events } = space;
  const known = new KnownParties({ documents, events, findForm: (ref) => resources.find(ref), loadEntities });
  ofSpace.set(space, known);
  return known;
};

const none: readonly Party[] = [];

/** Organizations and people known in this space, asked for while `isWanted`; empty until they are there. */
export const useKnownParties = (isWanted: boolean, language: string): readonly Party[] => {
  const app = useApp();
  const space = useSpace();
  const [parties, setParties] = useState(none);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isNewest = true;
    // Suggestions are a comfort: where the store cannot be read, its own messages say so, not this.
    knownIn(space, app.resources)
      .all(language)
      .then(
        (all) => isNewest && setParties(all),
        () => undefined,
      );
    return () => {
      isNewest = false;
    };
  }, [app, space, isWanted, language]);
  return parties;
};
