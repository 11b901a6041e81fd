import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Packer } from 'docx';
import { unzipSync } from 'fflate';
import { docKinds } from '#shared/domain/document.ts';
import { zipped } from '#shared/export/plain-zip.ts';
import { houseTemplate } from './word-templates/house-template.ts';
import { settledParts } from './word-templates/settled-parts.ts';

/** The house templates by file name, the same bytes each time. */
export const makeWordTemplates = async (): Promise<Readonly<Record<string, Uint8Array>>> => {
  const made: Record<string, Uint8Array> = {};
  for (const kind of docKinds) {
    for (const direction of ['ltr', 'rtl'] as const) {
      const bytes = await Packer.toBuffer(houseTemplate(kind, direction));
      made[`${kind}-${direction}.docx`] = zipped(settledParts(unzipSync(bytes), direction));
    }
  }
  return made;
};

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../resources/word-templates/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(await makeWordTemplates()))
    writeFileSync(`${folder}${name}`, bytes);
}
