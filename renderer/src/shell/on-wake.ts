/** Calls back whenever it is a good moment to try the network: online, in the foreground, out of the back-forward cache. */
export function onWindowWake(listener: () => void): () => void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  const ends = new AbortController();
  const { signal } = ends;
  window.addEventListener('online', listener, { signal });
  window.addEventListener('focus', listener, { signal });
  window.addEventListener('pageshow', listener, { signal });
  document.addEventListener('visibilitychange', whenVisible, { signal });
  // Chromium's page lifecycle: the page was frozen, as on a laptop that slept.
  document.addEventListener('resume', listener, { signal });
  return () => ends.abort();
}
