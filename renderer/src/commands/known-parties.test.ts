import { expect, test } from 'vitest';
import type { StoreListener } from '#renderer/data/store-events.ts';
import pledgeForm from '#resources/templates/pledge@2.json' with { type: 'json' };
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Template } from '#shared/domain/template.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { KnownParties } from './known-parties.ts';

const form = pledgeForm as unknown as Template;

/** A store in memory that counts how often a document is unsealed. */
const fakeSpace = () => {
  const held = new Map<DocId, ReturnType<typeof newDocument>>();
  const listeners = new Set<StoreListener>();
  let reads = 0;
  return {
    write: (id: DocId, values: FieldMap, at: number) => {
      held.set(id, newDocument(id, 'pledge', 'pledge@2', values, at));
      for (const tell of listeners) tell([id], 'here');
    },
    remove: (id: DocId) => held.delete(id),
    reads: () => reads,
    parts: {
      documents: {
        ids: async () => [...held.keys()],
        read: async (id: DocId) => {
          reads += 1;
          return held.get(id);
        },
      },
      events: {
        subscribe: (listener: StoreListener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      findForm: () => form,
      loadEntities: async () => [{ code: 'IOM', name: { en: 'Migration', es: 'Migraciones' } }],
    },
  };
};

test('the names of a space come newest first, each document unsealed once until it changes', async () => {
  const space = fakeSpace();
  const known = new KnownParties(space.parts);
  const [first, second] = ['first', 'second'] as DocId[] as [DocId, DocId];
  space.write(first, { contactName: 'Ana', contactEmail: 'old@example.org' }, 1);
  space.write(second, { contactName: 'Ana', contactEmail: 'new@example.org', entityName: 'Ministry' }, 2);
  const entity = { kind: 'organization', name: 'Migraciones', details: { acronym: 'IOM' } };
  const both = [
    { kind: 'organization', name: 'Ministry', details: {} },
    { kind: 'person', name: 'Ana', details: { email: 'new@example.org' } },
    entity,
  ];
  expect(await known.all('es')).toEqual(both);
  expect(await known.all('es')).toEqual(both);
  expect(space.reads()).toBe(2);

  space.write(second, {}, 3);
  expect(await known.all('es')).toEqual([
    { kind: 'person', name: 'Ana', details: { email: 'old@example.org' } },
    entity,
  ]);
  expect(space.reads()).toBe(3);
  space.remove(first);
  expect(await known.all('es')).toEqual([entity]);
});
