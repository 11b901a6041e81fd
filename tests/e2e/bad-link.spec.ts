import { expect } from '@playwright/test';
import { openBrowserLaptop } from '#tests/support/laptop.ts';
import { loopback, mobileLink, satelliteLink, startSlowLink } from '#tests/support/slow-link.ts';
import { DeskPage } from './desk-page.ts';
import { test } from './journey.ts';

const documents = 20;
/** Every kind of fault that a bad link has beside being slow, one for each of the first connections. */
const faults = [
  { kind: 'captive-portal' },
  { kind: 'reset', afterBytes: 2_000 },
  { kind: 'truncate', afterBytes: 300 },
  { kind: 'reset', afterBytes: 20_000 },
] as const;

/** What nobody can press smaller, so that its bytes can be counted on the link. */
const pdf = (sizeBytes: number): Buffer => {
  const bytes = Buffer.alloc(sizeBytes);
  for (let at = 0, seed = sizeBytes; at < sizeBytes; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = (seed >> 16) & 0xff;
  }
  bytes.write('%PDF-1.7\n', 'latin1');
  return bytes;
};

for (const { speed, fileBytes } of [
  { speed: mobileLink, fileBytes: 300_000 },
  { speed: satelliteLink, fileBytes: 60_000 },
]) {
  test(`twenty documents and two files get through ${speed.name} with resets, cut answers and a portal`, async ({
    network,
    atNetwork,
  }) => {
    test.setTimeout(300_000);
    const link = await startSlowLink(network.port, loopback);
    const laptop = await openBrowserLaptop({ ...network, port: link.port });
    try {
      const desk = new DeskPage(laptop);
      await desk.enter();
      await laptop.goOffline();
      const field = desk.page.locator('[data-path="attachments"], [data-path="attachment"]').first();
      const titles: string[] = [];
      const withFiles: string[] = [];
      for (let number = 1; number <= documents; number++) {
        await desk.openRoom('Desk');
        const id = await desk.begin('pledge');
        if (number > documents - 2) withFiles.push(id);
        titles.push(`Pledge ${number} over a bad link`);
        await desk.text('title').fill(`Pledge ${number} over a bad link`);
        await desk.text('description').fill(`What pledge ${number} is about, in a few words. `.repeat(20));
        if (withFiles.includes(id)) {
          await field.locator('input[type="file"]').setInputFiles({
            name: `letter-${number}.pdf`,
            mimeType: 'application/pdf',
            buffer: pdf(fileBytes + number),
          });
          await expect(field.getByRole('listitem')).toHaveCount(1);
        }
        await desk.everythingIsSaved();
      }

      link.forget();
      link.setSpeed(speed);
      link.plan(faults);
      const startedAt = performance.now();
      await laptop.goOnline();
      const received = async () => {
        const known = [...(await atNetwork.documents()).values()].map(({ fields }) => fields.title);
        return titles.filter((title) => known.includes(title)).length;
      };
      await expect.poll(received, { timeout: 200_000 }).toBe(documents);
      const filesBeforeText = await field.getByText('received by the Network').count();
      for (const id of withFiles) {
        await desk.open(id);
        await expect(field.getByRole('listitem')).toContainText('received by the Network', {
          timeout: 200_000,
        });
      }

      const { up, down } = link.bytes();
      const took = Math.round((performance.now() - startedAt) / 1000);
      const told = `${up} bytes up, ${down} down, ${link.requests()} requests, ${took} s`;
      test.info().annotations.push({ type: 'bytes', description: told });
      console.log(`${speed.name}: ${told}`);
      expect(link.planned()).toBe(0);
      expect(filesBeforeText, 'text goes first').toBe(0);
      // The files once, what a reset in a chunk costs, and little beside.
      expect(up).toBeLessThan(2 * fileBytes + 150_000);
    } finally {
      await laptop.dispose();
      await link.close();
    }
  });
}
