import type { OutboxItem } from '#renderer/commands/outbox-item.ts';

/** What a line counts as. `drafts`: copies of drafts on their way; they were not handed over. */
type OutboxStanding = OutboxItem['state'] | 'drafts';

/** In the order of the screen. `for-others`: what colleagues handed over to be sent from here, however it stands. */
export const outboxGroups = [
  'going',
  'waiting',
  'needs-attention',
  'drafts',
  'for-others',
  'received',
] as const satisfies readonly (OutboxStanding | 'for-others')[];
export type OutboxGroup = (typeof outboxGroups)[number];

const standingOf = ({ what, state }: OutboxItem): OutboxStanding =>
  what === 'changes' && (state === 'going' || state === 'waiting') ? 'drafts' : state;

/** Under which heading a line stands. */
export const groupOf = (item: OutboxItem): OutboxGroup =>
  item.carried === null ? standingOf(item) : 'for-others';

/** How many lines count as something, one's own and those of others. */
export const countIn = (items: readonly OutboxItem[], standing: OutboxStanding): number =>
  items.filter((item) => standingOf(item) === standing).length;
