/** First and largest pause between tries after a failure of the link or the server. */
const firstPauseMs = 1_000;
const longestPauseMs = 300_000;

/**
 * Pause before try `tries + 1`: full jitter between nought and 1 s · 2^(tries − 1), at most five
 * minutes; after a `Retry-After`, that time and up to half of it more.
 * `roll` is a random number from 0 up to, not including, 1.
 */
export const pauseMs = (tries: number, roll: number, retryAfterMs?: number): number => {
  if (retryAfterMs !== undefined) return Math.round(retryAfterMs * (1 + roll / 2));
  const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - 1, 20));
  return Math.round(ceiling * roll);
};
