import type { Transport } from '#renderer/sync/ports.ts';
import type { ServerStore } from '#sandbox/store.ts';
import type { SeededRandom } from './random.ts';
import type { SimStore } from './sim-store.ts';

/** A mistake that is put between the parts from outside; the parts themselves stay as they are. */
export type PlantedBug = {
  readonly name: string;
  readonly transport: (inner: Transport, random: () => SeededRandom) => Transport;
  readonly store: (inner: SimStore, random: () => SeededRandom) => SimStore;
  readonly serverStore: (inner: ServerStore, random: SeededRandom) => ServerStore;
};

/** No mistake at all. */
export const unchanged: PlantedBug = {
  name: 'none',
  transport: (inner) => inner,
  store: (inner) => inner,
  serverStore: (inner) => inner,
};
