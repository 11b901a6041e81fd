import { describe, expect, it } from 'vitest';
import { docIdSchema } from '#shared/domain/ids.ts';
import { hrefOf, parseRoute, type Route } from './route.ts';

const id = docIdSchema.parse('0192f0c1-2a3b-7c4d-8e5f-0123456789ab');

describe('route', () => {
  const routes: readonly Route[] = [
    { room: 'desk' },
    { room: 'outbox' },
    { room: 'settings' },
    { room: 'document', id },
    { room: 'document', id, field: 'participants/4G7K2M9Q0A/name' },
    { room: 'submit', id },
    { room: 'nowhere' },
  ];

  it.each(routes)('reads back the address that it writes: $room', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it.each(['', '#', '#/'])('begins at the Desk without an address: "%s"', (hash) => {
    expect(parseRoute(hash)).toEqual({ room: 'desk' });
  });

  it.each([
    '#/nowhere',
    '#/desk/more',
    '#/documents/not-an-id',
    `#/documents/${id}/else`,
    '#/outbox/more',
    '#/documents',
  ])('says of an address that it does not know that it leads nowhere: %s', (hash) => {
    expect(parseRoute(hash)).toEqual({ room: 'nowhere' });
  });

  it('opens the document without a place when the field is not a path', () => {
    expect(parseRoute(`#/documents/${id}?field=../etc`)).toEqual({ room: 'document', id });
  });
});
