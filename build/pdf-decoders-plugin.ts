import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Where the window finds them; pdf.js asks for them by these names (renderer/src/pdf/pdf-file.ts). */
const folder = 'pdf-decoders';

/** Decoders of scanned pages: fax and JBIG2, and JPEG 2000; as scripts, which the policy lets a worker load. */
const names = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'];

/** Emits what pdf.js loads by name when a scanned page needs it, unhashed and beside everything else. */
export function pdfDecodersPlugin(): Plugin {
  return {
    name: 'compact-desk:pdf-decoders',
    apply: 'build',
    async buildStart() {
      for (const name of names) {
        const source = await readFile(fileURLToPath(import.meta.resolve(`pdfjs-dist/wasm/${name}`)));
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
      }
    },
  };
}
