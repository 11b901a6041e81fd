import { GlobalWorkerOptions, getDocument, PasswordException } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Why a PDF is not shown: it asks for a password, or is broken. */
export type PdfRefusal = 'locked' | 'broken';

/** An open PDF, parsed in a worker of its own. */
export type PdfFile = {
  readonly pageCount: number;
  /** Draws a page, from 1, as wide as `widthPx` CSS pixels; rejects where the page is broken. */
  draw(page: number, canvas: HTMLCanvasElement, widthPx: number): Promise<void>;
  close(): Promise<void>;
};

/** Pixels that a canvas may have: a page of a plan can be metres wide. */
const mostPixels = 16_000_000;

/** Opens a PDF. Nothing in it is run, and nothing is fetched for it. */
export const openPdf = async (bytes: Uint8Array<ArrayBuffer>): Promise<PdfFile | PdfRefusal> => {
  const task = getDocument({
    // The worker takes the bytes away.
    data: Uint8Array.from(bytes),
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: true,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    return {
      pageCount: document.numPages,
      async draw(number, canvas, widthPx) {
        const page = await document.getPage(number);
        const plain = page.getViewport({ scale: 1 });
        const wanted = (widthPx / plain.width) * window.devicePixelRatio;
        const most = Math.sqrt(mostPixels / (plain.width * plain.height));
        const viewport = page.getViewport({ scale: Math.min(wanted, most) });
        canvas.width = Math.max(1, Math.floor(viewport.width));
        canvas.height = Math.max(1, Math.floor(viewport.height));
        await page.render({ canvas, viewport }).promise;
      },
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    return error instanceof PasswordException ? 'locked' : 'broken';
  }
};
