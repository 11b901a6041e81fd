import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until there is an answer; rejects with a sentence about what was awaited. */
export async function poll<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 60_000,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await delay(25);
  }
}
