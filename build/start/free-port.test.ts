import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('a taken port is passed over', async () => {
  const wanted = await freePort(18_787);
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(wanted, '127.0.0.1', resolve));
  try {
    expect(await freePort(wanted)).toBeGreaterThan(wanted);
  } finally {
    await new Promise((resolve) => holder.close(resolve));
  }
});
