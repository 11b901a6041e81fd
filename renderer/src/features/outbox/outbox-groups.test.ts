import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '#renderer/commands/outbox-item.ts';
import { clientIdSchema, docIdSchema } from '#shared/domain/ids.ts';
import { countIn, groupOf } from './outbox-groups.ts';

const itemOf = (
  what: OutboxItem['what'],
  state: OutboxItem['state'],
  carried: OutboxItem['carried'] = null,
): OutboxItem => ({
  doc: docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab'),
  kind: 'pledge',
  title: '',
  carried,
  what,
  round: 1,
  sizeBytes: 0,
  state,
  failure: null,
  receipt: null,
  canTakeBack: false,
  isCancelling: false,
  isHandedOver: false,
});

describe('groupOf', () => {
  it('keeps copies of drafts apart from what was handed over', () => {
    expect(groupOf(itemOf('changes', 'waiting'))).toBe('drafts');
    expect(groupOf(itemOf('changes', 'going'))).toBe('drafts');
    expect(groupOf(itemOf('submission', 'waiting'))).toBe('waiting');
  });

  it('puts a draft that waits for the person where it is seen', () => {
    expect(groupOf(itemOf('changes', 'needs-attention'))).toBe('needs-attention');
  });
});

describe('what a colleague handed over', () => {
  const ana = { name: 'Ana', client: clientIdSchema.parse('0192f0c1-2a3b-4c4d-8e5f-0123456789ab') };

  it('stands under one heading, however it stands, and counts as what it is', () => {
    const items = [
      itemOf('submission', 'waiting', ana),
      itemOf('changes', 'received', ana),
      itemOf('submission', 'needs-attention', ana),
    ];
    expect(items.map(groupOf)).toEqual(['for-others', 'for-others', 'for-others']);
    expect(countIn(items, 'waiting')).toBe(1);
    expect(countIn(items, 'needs-attention')).toBe(1);
  });
});

describe('countIn', () => {
  it('counts what stands under one heading', () => {
    const items = [itemOf('changes', 'waiting'), itemOf('submission', 'waiting'), itemOf('changes', 'going')];
    expect(countIn(items, 'drafts')).toBe(2);
    expect(countIn(items, 'waiting')).toBe(1);
  });
});
