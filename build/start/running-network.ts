import { headers } from '#shared/sync/protocol-version.ts';

/** The address of a Network that answers on this loopback port already; undefined where none does. */
export async function runningNetwork(port: number): Promise<string | undefined> {
  const url = `http://127.0.0.1:${port}`;
  try {
    const answer = await fetch(`${url}/v1/capabilities`, { signal: AbortSignal.timeout(2_000) });
    return answer.headers.has(headers.api) ? url : undefined;
  } catch {
    return undefined;
  }
}
