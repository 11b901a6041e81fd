import { chromium } from '@playwright/test';
import { chromiumExecutable } from '#build/chromium/chromium-executable.ts';
import { CommandError } from './command.ts';

/** The page of a document as a tagged PDF, printed by a Chromium of this computer. CommandError where there is none. */
export const printPdf = async (html: string): Promise<Uint8Array> => {
  const { path, args } = await chromiumExecutable().catch((error: unknown) => {
    throw new CommandError(
      `${error instanceof Error ? error.message : String(error)}; or convert to html and print that`,
    );
  });
  const browser = await chromium.launch({ executablePath: path, args });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(html);
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  } finally {
    await browser.close();
  }
};
