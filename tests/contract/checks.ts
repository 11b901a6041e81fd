import { badInputChecks } from './bad-input.ts';
import type { Check } from './check.ts';
import { elementChecks } from './elements.ts';
import { feedChecks } from './feed.ts';
import { fileChecks } from './files.ts';
import { onBehalfChecks } from './on-behalf.ts';
import { reviewChecks } from './review.ts';
import { versionChecks } from './versions.ts';

/** All that is asked of a server, in the order of SPEC.md. */
export const checks: readonly Check[] = [
  ...versionChecks,
  ...elementChecks,
  ...feedChecks,
  ...reviewChecks,
  ...onBehalfChecks,
  ...fileChecks,
  ...badInputChecks,
];
