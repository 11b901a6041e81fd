import { routeRequest } from './route-request.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Put in by the build: the addresses of the built files, and a hash over their contents. */
declare const __ASSETS__: readonly string[];
declare const __VERSION__: string;

const worker = globalThis as unknown as WorkerScope;
const cachePrefix = 'compact-desk:';
const cacheName = `${cachePrefix}${__VERSION__}`;
const page = '/index.html';
const assets: ReadonlySet<string> = new Set(__ASSETS__);
const takeOver = 'take-over';

worker.addEventListener('install', (event) => {
  const files = __ASSETS__.map((address) => new Request(address, { cache: 'reload' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => worker.clients.claim()));
});

worker.addEventListener('message', ({ data }) => {
  if (data === takeOver) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const route = routeRequest(event.request, worker.location.origin, assets);
  if (route.to === 'network') return;
  event.respondWith(
    route.to === 'page' || event.request.mode === 'navigate' ? openPage() : fromCache(route.address),
  );
});

async function forgetOldVersions(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * A newer version waits until nobody uses the old one. Reloading the only page never lets go of it, so at that
 * moment the newer one is asked to take over, and the page asks again.
 */
async function openPage(): Promise<Response> {
  const newer = worker.registration.waiting;
  const open = await worker.clients.matchAll({ type: 'window' });
  if (newer !== null && open.length < 2) {
    newer.postMessage(takeOver);
    return new Response('', { headers: { Refresh: '0' } });
  }
  return fromCache(page);
}

async function fromCache(address: string): Promise<Response> {
  // The browser may throw a cache away under pressure, or find it damaged after a power cut; the network then has the
  // same file.
  const cached = await caches
    .open(cacheName)
    .then((cache) => cache.match(address))
    .catch(() => undefined);
  return cached ?? fetch(address);
}
