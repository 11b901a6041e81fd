import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumExecutable } from '#build/chromium/chromium-executable.ts';
import { projectRoot } from '#build/parts/tool.ts';
import { CommandError } from './command.ts';

const faceBytes = (file: string): Buffer => {
  try {
    return readFileSync(join(projectRoot, 'node_modules', file));
  } catch {
    throw new CommandError(`the typeface ${file} is not installed; run npm ci`);
  }
};

/**
 * The faces of what is printed, as the app has them, with the files in them: the page lies at no address. CommandError
 * where one is not there.
 */
export const printFaces = (): string =>
  readFileSync(join(projectRoot, 'renderer/src/shell/print-fonts.css'), 'utf8').replace(
    /url\("([^"]+)"\)/g,
    (_, file: string) => `url("data:font/woff2;base64,${faceBytes(file).toString('base64')}")`,
  );

const elsewhere = 'or convert to html and print that';

/**
 * The page of a document as a tagged PDF, printed by a Chromium of this computer. CommandError where there is none, or
 * where it does not print.
 */
export const printPdf = async (html: string): Promise<Uint8Array> => {
  const { path, args } = await chromiumExecutable().catch((error: unknown) => {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}; ${elsewhere}`);
  });
  const browser = await chromium.launch({ executablePath: path, args }).catch(() => {
    throw new CommandError(
      `${path} does not start as a Chromium; set CHROMIUM_PATH to one that does, ${elsewhere}`,
    );
  });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(html);
    await page.evaluate('document.fonts.ready.then(() => null)');
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  } catch {
    throw new CommandError(
      `${path} started but did not print the page; set CHROMIUM_PATH to another, ${elsewhere}`,
    );
  } finally {
    await browser.close();
  }
};
