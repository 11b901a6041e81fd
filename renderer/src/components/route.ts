import { useSyncExternalStore } from 'react';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { isFieldPath } from '#shared/domain/field-path.ts';
import { type DocId, docIdSchema } from '#shared/domain/ids.ts';

/** Which room is on the screen. It lives in the hash of the address, so Back and Reload work. */
export type Route =
  | { readonly room: 'desk' }
  /** `field`: the place to go to when the document is open. */
  | { readonly room: 'document'; readonly id: DocId; readonly field?: FieldPath }
  | { readonly room: 'submit'; readonly id: DocId }
  /** `field`: the conflict to begin with. */
  | { readonly room: 'compare'; readonly id: DocId; readonly field?: FieldPath }
  | { readonly room: 'bring-in' }
  | { readonly room: 'outbox' }
  | { readonly room: 'settings' }
  /** `docs`: those to hand over; all where it is absent. */
  | { readonly room: 'hand-over'; readonly docs?: readonly DocId[] }
  /** An address that names no room. */
  | { readonly room: 'nowhere' };

const nowhere: Route = { room: 'nowhere' };

/** Reads a hash such as `#/documents/<id>?field=title`; none at all is the Desk. */
export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0 || (parts.length === 1 && parts[0] === 'desk')) return { room: 'desk' };
  if (parts.length === 1 && parts[0] === 'bring-in') return { room: 'bring-in' };
  if (parts.length === 1 && parts[0] === 'outbox') return { room: 'outbox' };
  if (parts.length === 1 && parts[0] === 'settings') return { room: 'settings' };
  if (parts.length === 1 && parts[0] === 'hand-over') {
    const named = new URLSearchParams(query).get('docs')?.split(',') ?? [];
    const docs = named.flatMap((text) => {
      const id = docIdSchema.safeParse(text);
      return id.success ? [id.data] : [];
    });
    return docs.length === 0 ? { room: 'hand-over' } : { room: 'hand-over', docs };
  }
  if (parts[0] !== 'documents') return nowhere;
  const id = docIdSchema.safeParse(parts[1]);
  if (!id.success) return nowhere;
  if (parts.length === 3 && parts[2] === 'submit') return { room: 'submit', id: id.data };
  const isCompare = parts.length === 3 && parts[2] === 'compare';
  if (parts.length !== 2 && !isCompare) return nowhere;
  const room = isCompare ? 'compare' : 'document';
  const field = new URLSearchParams(query).get('field');
  return field !== null && isFieldPath(field) ? { room, id: id.data, field } : { room, id: id.data };
};

/** The address of a room, for links. `parseRoute` of it gives the same route. */
export const hrefOf = (route: Route): string => {
  switch (route.room) {
    case 'desk':
    case 'bring-in':
    case 'outbox':
    case 'settings':
    case 'nowhere':
      return `#/${route.room}`;
    case 'hand-over':
      return route.docs === undefined ? '#/hand-over' : `#/hand-over?docs=${route.docs.join(',')}`;
    case 'submit':
      return `#/documents/${route.id}/submit`;
    case 'document':
    case 'compare': {
      const path = route.room === 'compare' ? `${route.id}/compare` : route.id;
      const query = route.field === undefined ? '' : `?field=${encodeURIComponent(route.field)}`;
      return `#/documents/${path}${query}`;
    }
  }
};

/** Goes to a room, and leaves the present one behind Back. */
export const navigate = (route: Route): void => {
  window.location.hash = hrefOf(route);
};

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The hash as it is now; the same text as long as nobody navigates. */
const currentHash = (): string => window.location.hash;

/** The room on the screen; re-renders on every navigation. */
export const useRoute = (): Route => parseRoute(useSyncExternalStore(subscribe, currentHash));
