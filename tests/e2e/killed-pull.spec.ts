import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { aDoc, creation, set, signIn } from '#tests/contract/network-client.ts';
import { openBrowserLaptop } from '#tests/support/laptop.ts';
import { loopback, mobileLink, startSlowLink } from '#tests/support/slow-link.ts';
import { DeskPage } from './desk-page.ts';
import { test } from './journey.ts';

const documents = 600;
const documentsAtOnce = 100;
/** A different place of the pull at each kill: so many bytes have come down since the start. */
const killedAfterBytes = [4_000, 12_000, 30_000];

test('a first pull of many documents that is killed again and again ends with every one of them', async ({
  network,
}) => {
  test.setTimeout(240_000);
  const colleague = await signIn(network.url);
  for (let start = 0; start < documents; start += documentsAtOnce) {
    await colleague.push(
      Array.from({ length: documentsAtOnce }, (_, index) =>
        creation(aDoc(), [
          set('title', `Pledge ${start + index}`),
          set('description', Array.from({ length: 12 }, () => randomUUID()).join(' ')),
        ]),
      ),
    );
  }
  const link = await startSlowLink(network.port, loopback);
  const laptop = await openBrowserLaptop({ ...network, port: link.port });
  try {
    const desk = new DeskPage(laptop);
    link.setSpeed(mobileLink);
    link.forget();
    await desk.enter();
    for (const bytes of killedAfterBytes) {
      await expect.poll(() => link.bytes().down, { timeout: 60_000, intervals: [20] }).toBeGreaterThan(bytes);
      await laptop.kill();
      link.forget();
      await laptop.start();
    }
    await expect(desk.page.getByText(`${documents} documents`).first()).toBeVisible({ timeout: 120_000 });
    expect(link.bytes().down, 'the last kill was in the middle of the pull').toBeGreaterThan(20_000);
  } finally {
    await laptop.dispose();
    await link.close();
  }
});
