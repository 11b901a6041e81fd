import type { ServerStage } from '#shared/domain/document.ts';
import type { Verdict, Voice } from '#shared/domain/review.ts';

/** The console speaks English: it is for trying a round on one laptop, not the Network's own tool. */
export const stageWords: Readonly<Record<ServerStage, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  'in-review': 'In review',
  returned: 'Returned',
  accepted: 'Accepted',
  declined: 'Declined',
  published: 'Published',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  'in-review': 'Take into review',
  returned: 'Ask for more information',
  accepted: 'Accept',
  declined: 'Decline',
  published: 'Publish',
};

export const voiceWords: Readonly<Record<Voice, string>> = {
  author: 'author',
  editor: 'editor',
  coordinator: 'Resident Coordinator',
  reader: 'reader',
  reviewer: 'reviewer',
  secretariat: 'secretariat',
};

/** A moment in UTC, as people write it. */
export const momentText = (iso: string | number): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso))} UTC`;
