import { useEffect, useState } from 'react';
import { KnownParties } from '#renderer/commands/known-parties.ts';
import { loadEntities } from '#renderer/commands/load-entities.ts';
import type { Space } from '#renderer/commands/space.ts';
import type { Party } from '#shared/domain/known-parties.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { useSpace } from './use-space.ts';

/** One for each open space, gone with it. */
const ofSpace = new WeakMap<Space, KnownParties>();

const knownIn = (space: Space): KnownParties => {
  const before = ofSpace.get(space);
  if (before !== undefined) return before;
  const { documents, events, templates } = space;
  const findForm = (ref: TemplateRef) => templates.resources.find(ref);
  const known = new KnownParties({ documents, events, findForm, loadEntities });
  ofSpace.set(space, known);
  return known;
};

const none: readonly Party[] = [];

/** Organizations and people known in this space, asked for while `isWanted`; empty until they are there. */
export const useKnownParties = (isWanted: boolean, language: string): readonly Party[] => {
  const space = useSpace();
  const [parties, setParties] = useState(none);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isNewest = true;
    // Suggestions are a comfort: where the store cannot be read, its own messages say so, not this.
    knownIn(space)
      .all(language)
      .then(
        (all) => isNewest && setParties(all),
        () => undefined,
      );
    return () => {
      isNewest = false;
    };
  }, [space, isWanted, language]);
  return parties;
};
