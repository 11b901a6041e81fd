import { describe, expect, it } from 'vitest';
import { routeRequest } from './route-request.ts';

const origin = 'https://network.example';
const assets = new Set(['/index.html', '/assets/main-abc.js']);
const route = (url: string, mode = 'cors', method = 'GET') =>
  routeRequest({ url: `${origin}${url}`, mode, method }, origin, assets);

describe('what the service worker does with a request', () => {
  it('answers its own files from the cache', () => {
    expect(route('/assets/main-abc.js')).toEqual({ to: 'cache', address: '/assets/main-abc.js' });
    expect(route('/index.html?x=1')).toEqual({ to: 'cache', address: '/index.html' });
  });

  it.each(['/', '/outbox', '/documents/1?a=b'])('answers the page for %s', (path) => {
    expect(route(path, 'navigate')).toEqual({ to: 'page' });
  });

  it.each([
    '/v1',
    '/v1/changes',
    '/v1/capabilities',
    '/__faults',
    '/__faults/x',
    '/openapi.json',
    '/console/',
  ])('never comes between the person and the server: %s', (path) => {
    expect(route(path)).toEqual({ to: 'network' });
    expect(route(path, 'navigate')).toEqual({ to: 'network' });
  });

  it('leaves alone what is not its own', () => {
    expect(route('/assets/unknown.js')).toEqual({ to: 'network' });
    expect(route('/', 'navigate', 'POST')).toEqual({ to: 'network' });
    expect(
      routeRequest({ url: 'https://other.example/', mode: 'navigate', method: 'GET' }, origin, assets),
    ).toEqual({ to: 'network' });
  });
});
