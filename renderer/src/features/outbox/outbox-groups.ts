import type { OutboxItem } from '#renderer/commands/outbox-item.ts';

/** In the order of the screen. `drafts`: copies of drafts on their way; they were not handed over. */
export const outboxGroups = ['going', 'waiting', 'needs-attention', 'drafts', 'received'] as const;
export type OutboxGroup = (typeof outboxGroups)[number];

/** Under which heading a line stands. */
export const groupOf = ({ what, state }: OutboxItem): OutboxGroup =>
  what === 'changes' && (state === 'going' || state === 'waiting') ? 'drafts' : state;

/** How many lines stand under a heading. */
export const countIn = (items: readonly OutboxItem[], group: OutboxGroup): number =>
  items.filter((item) => groupOf(item) === group).length;
