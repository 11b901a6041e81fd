import { test as base } from '@playwright/test';
import { type Laptop, openBrowserLaptop, openHostedLaptop } from '#tests/support/laptop.ts';
import { type NetworkView, viewNetwork } from '#tests/support/network-view.ts';
import { type SandboxProcess, startSandboxProcess } from '#tests/support/sandbox-process.ts';
import { DeskPage } from './desk-page.ts';

type Journey = {
  /** A training network of this test's own. */
  readonly network: SandboxProcess;
  readonly atNetwork: NetworkView;
  /** Opens the app on one more laptop, in the shell of the project. */
  readonly openLaptop: () => Promise<Laptop>;
  readonly laptop: Laptop;
  readonly desk: DeskPage;
};

/** Journeys are written once; the project says on which shell they run, and the report on which they ran. */
export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern.
  network: async ({}, use) => {
    const network = await startSandboxProcess();
    await use(network);
    await network.dispose();
  },
  atNetwork: async ({ network }, use) => use(viewNetwork(network)),
  openLaptop: async ({ network }, use, testInfo) => {
    const laptops: Laptop[] = [];
    await use(async () => {
      const isHosted = testInfo.project.metadata.shell === 'hosted';
      const laptop = await (isHosted ? openHostedLaptop(network) : openBrowserLaptop(network));
      laptops.push(laptop);
      testInfo.annotations.push({ type: 'shell', description: laptop.shell });
      return laptop;
    });
    for (const laptop of laptops) await laptop.dispose();
  },
  laptop: async ({ openLaptop }, use) => use(await openLaptop()),
  desk: async ({ laptop }, use) => use(new DeskPage(laptop)),
});
