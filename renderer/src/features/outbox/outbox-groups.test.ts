import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '#renderer/commands/outbox-item.ts';
import { docIdSchema } from '#shared/domain/ids.ts';
import { countIn, groupOf } from './outbox-groups.ts';

const itemOf = (what: OutboxItem['what'], state: OutboxItem['state']): OutboxItem => ({
  doc: docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab'),
  kind: 'pledge',
  title: '',
  what,
  round: 1,
  sizeBytes: 0,
  state,
  failure: null,
  receipt: null,
  canTakeBack: false,
  isCancelling: false,
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

describe('countIn', () => {
  it('counts what stands under one heading', () => {
    const items = [itemOf('changes', 'waiting'), itemOf('submission', 'waiting'), itemOf('changes', 'going')];
    expect(countIn(items, 'drafts')).toBe(2);
    expect(countIn(items, 'waiting')).toBe(1);
  });
});
