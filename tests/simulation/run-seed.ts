import type { ServerStore } from '#sandbox/store.ts';
import { type Action, act, actionsOf } from './actions.ts';
import { checkEnd, quiesce } from './invariants.ts';
import type { PlantedBug } from './planted-bug.ts';
import { laptopCount, World } from './world.ts';

export type SeedResult = {
  readonly violations: readonly string[];
  readonly ops: number;
  readonly conflicts: number;
  readonly submissions: number;
  readonly trace: string;
};

/** Plays these actions in a world of this seed, lets it come to rest, and looks at what came of it. */
export const play = async (
  seed: number,
  actions: readonly Action[],
  options: { readonly bug?: PlantedBug; readonly store?: ServerStore } = {},
): Promise<SeedResult> => {
  const world = await World.begin(seed, options.bug, options.store);
  for (const action of actions) {
    await act(world, action);
    if (world.trace.violations.length > 0) break;
  }
  const open = world.laptops.flatMap(({ store }) =>
    [...store.documents.values()].flatMap(({ conflicts }) => conflicts),
  );
  world.trace.counts.conflicts += open.length;
  if (world.trace.violations.length === 0) {
    if (await quiesce(world)) await checkEnd(world);
    else world.trace.violation('[CL7] something still waits after 50 quiet rounds');
  }
  for (const laptop of world.laptops) laptop.engine.stop();
  return { violations: world.trace.violations, ...world.trace.counts, trace: world.trace.digest() };
};

export const playSeed = (
  seed: number,
  steps: number,
  options: { readonly bug?: PlantedBug; readonly store?: ServerStore } = {},
): Promise<SeedResult> => play(seed, actionsOf(seed, steps, laptopCount), options);

/** The fewest actions that still break a rule: leaves out halves, then quarters, and so on (delta debugging). */
export const shrink = async (
  seed: number,
  actions: readonly Action[],
  bug?: PlantedBug,
): Promise<readonly Action[]> => {
  const breaks = async (some: readonly Action[]) =>
    (await play(seed, some, bug === undefined ? {} : { bug })).violations.length > 0;
  let kept = actions;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (await breaks(without)) kept = without;
      else at += size;
    }
  }
  return kept;
};
