import type { Page } from '@playwright/test';

/** Lets nothing more be sealed, and so nothing be written, until `letGo`: the person acts in between. */
export const holdStore = async (page: Page) => {
  await page.evaluate(() => {
    const { encrypt } = SubtleCrypto.prototype;
    const { promise, resolve } = Promise.withResolvers<void>();
    window.addEventListener('let-go', () => resolve(), { once: true });
    SubtleCrypto.prototype.encrypt = async function (...sealed) {
      await promise;
      return encrypt.apply(this, sealed);
    };
  });
  return { letGo: () => page.evaluate(() => void window.dispatchEvent(new Event('let-go'))) };
};
