import type { Shell } from '#renderer/shell/shell.ts';
import { htmlFile, printPage } from '#shared/export/html.ts';
import { paperOf } from '#shared/export/print-styles.ts';
import type { FileMaking } from './word-making.ts';

/** PDFs one after the other, by a shell that makes them; `country` decides the paper. */
export const pdfMaking = (shell: Pick<Shell, 'pdf' | 'fontFaces'>, country: string): FileMaking => ({
  make: async (model) => {
    const page = printPage(model, paperOf(country), await shell.fontFaces());
    const bytes = await shell.pdf?.(htmlFile(page));
    if (bytes == null) throw new Error('no PDF was made');
    return bytes;
  },
  end: () => {},
});
