/** What the service worker does with a request. */
export type Route =
  /** Not ours: the browser goes to the network as if there were no worker. */
  | { readonly to: 'network' }
  /** One of the app's own files, by its address in the cache. */
  | { readonly to: 'cache'; readonly address: string }
  /** A place inside the app: the page itself. */
  | { readonly to: 'page' };

type Asked = { readonly method: string; readonly url: string; readonly mode: string };

/** The server's own addresses on the origin that the app is served from; never answered from a cache. */
const serverPaths = /^\/(v1|__faults|console)(\/|$)|^\/openapi\.json$/;

/** Decides by address alone: own files from the cache, pages to the page, the server and strangers untouched. */
export function routeRequest(request: Asked, origin: string, assets: ReadonlySet<string>): Route {
  const url = new URL(request.url);
  const isOurs = request.method === 'GET' && url.origin === origin && !serverPaths.test(url.pathname);
  if (!isOurs) return { to: 'network' };
  if (assets.has(url.pathname)) return { to: 'cache', address: url.pathname };
  return request.mode === 'navigate' ? { to: 'page' } : { to: 'network' };
}
