import type { FormsHere } from '#renderer/commands/templates/space-templates.ts';
import { useSpace } from './use-space.ts';
import { useStore } from './use-store.ts';

/** The forms of the open space: built in, from the Network, and those of which none is made use. */
export const useForms = (): FormsHere => useStore(useSpace().templates.state);
