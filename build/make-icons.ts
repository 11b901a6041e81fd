import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { icnsFile, icoFile, type Picture } from './icon-files.ts';

/**
 * `[CHROMIUM_PATH=…] node build/make-icons.ts`: draws build/icons/icon.svg in the sizes that the three systems
 * want. To be run when the drawing changes; what it makes is kept in git.
 */
const folder = fileURLToPath(new URL('./icons/', import.meta.url));
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const path = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  ...(path === undefined ? {} : { executablePath: path }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const svg = await readFile(`${folder}icon.svg`, 'utf8');
const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });

const pictures: Picture[] = [];
for (const size of sizes) {
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const clip = { x: 0, y: 0, width: size, height: size };
  pictures.push({ size, png: await page.screenshot({ clip, omitBackground: true }) });
}
await browser.close();

const some = (...wanted: number[]) => pictures.filter(({ size }) => wanted.includes(size));
await mkdir(`${folder}linux`, { recursive: true });
for (const { size, png } of some(16, 24, 32, 48, 64, 128, 256, 512)) {
  await writeFile(`${folder}linux/${size}x${size}.png`, png);
}
await writeFile(`${folder}icon.ico`, icoFile(some(16, 24, 32, 48, 64, 128, 256)));
await writeFile(`${folder}icon.icns`, icnsFile(some(16, 32, 64, 128, 256, 512, 1024)));
