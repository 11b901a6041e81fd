import type { Failure } from '#shared/errors.ts';
import type { Protection } from '#shared/ipc/channels.ts';

/** `training`: the practice network; `local`: "Just write", without any server. */
export const spaceKinds = ['training', 'local'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/**
 * Where the app stands:
 *
 *     starting ─→ welcome ─→ ready
 *         │  └──→ locked ───→ ready
 *         └─────→ blocked (store or key could not be opened; retry, or restore from the safety copy → starting)
 */
export type AppState =
  | { readonly state: 'starting' }
  | { readonly state: 'welcome' }
  | { readonly state: 'locked'; readonly space: SpaceKind }
  | { readonly state: 'blocked'; readonly failure: Failure; readonly hasSafetyCopy: boolean }
  | { readonly state: 'ready'; readonly space: SpaceKind; readonly protection: Protection };
