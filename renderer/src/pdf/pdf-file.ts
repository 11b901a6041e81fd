import { GlobalWorkerOptions, getDocument, PasswordException } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Why a PDF is not shown: it asks for a password, or is broken. */
export type PdfRefusal = 'locked' | 'broken';

/** An open PDF, parsed in a worker of its own. */
export type PdfFile = {
  readonly pageCount: number;
  /**
   * Draws a page, from 1, as wide as `widthPx` CSS pixels; rejects where the page is broken. Ends early, without an
   * error, when it is called off. One drawing at a time on a canvas.
   */
  draw(page: number, canvas: HTMLCanvasElement, widthPx: number, signal: AbortSignal): Promise<void>;
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
    // The decoders of scanned pages, as scripts (build/pdf-decoders-plugin.ts).
    useWasm: false,
    wasmUrl: new URL('pdf-decoders/', document.baseURI).href,
    useSystemFonts: true,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const pdf = await task.promise;
    return {
      pageCount: pdf.numPages,
      async draw(number, canvas, widthPx, signal) {
        const page = await pdf.getPage(number);
        if (signal.aborted) return;
        const plain = page.getViewport({ scale: 1 });
        const wanted = (widthPx / plain.width) * window.devicePixelRatio;
        const most = Math.sqrt(mostPixels / (plain.width * plain.height));
        const viewport = page.getViewport({ scale: Math.min(wanted, most) });
        canvas.width = Math.max(1, Math.floor(viewport.width));
        canvas.height = Math.max(1, Math.floor(viewport.height));
        const drawing = page.render({ canvas, viewport });
        signal.addEventListener('abort', () => drawing.cancel(), { once: true });
        await drawing.promise.catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
      },
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    return error instanceof PasswordException ? 'locked' : 'broken';
  }
};
