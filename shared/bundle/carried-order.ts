import { elementSchema } from '#shared/sync/protocol.ts';
import type { Carried } from './carried.ts';

/** A queue that is here, and how it stands. */
type KnownQueue = Carried & { readonly standing: { readonly state: string } };

/** Whether two are the same that one laptop handed over of a document. */
export const isSameQueue = (one: Carried, other: Carried): boolean =>
  isOfOneQueue(one, other) && one.element === other.element && one.submission?.id === other.submission?.id;

/** Whether both are of the same document and laptop, so that only the later one counts. */
export const isOfOneQueue = (one: Carried, other: Carried): boolean =>
  one.doc === other.doc && one.client === other.client;

const numberOf = ({ element }: Carried): number | null =>
  element === null ? null : elementSchema.parse(JSON.parse(element)).n;

/**
 * Whether what is here was handed over after what a bundle brings, by what both say themselves: bundles may come in
 * any order, and clocks take no part (CL10). A document is read only while its submission waits: what was handed over
 * without one is from before it, and so is an element that is no longer there beside the same submission.
 */
const isLater = (known: KnownQueue, brought: Carried): boolean => {
  const [n, other] = [numberOf(known), numberOf(brought)];
  if (n !== null && other !== null && n !== other) return n > other;
  const [asked, theirs] = [known.submission?.id, brought.submission?.id];
  // Ids of submissions rise with the time at which they are made.
  if (asked !== undefined && theirs !== undefined && asked !== theirs) return asked > theirs;
  if (asked !== theirs) return asked !== undefined && known.standing.state === 'waiting';
  return n === null && other !== null;
};

/** Whether what a bundle brings is older than what is here of that document and laptop. */
export const isOutdated = (queue: readonly KnownQueue[], brought: Carried): boolean =>
  queue.some((known) => isOfOneQueue(known, brought) && isLater(known, brought));
