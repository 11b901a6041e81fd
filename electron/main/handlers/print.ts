import type { Answer, Argument } from '#shared/ipc/channels.ts';
import type { Log } from '../logger.ts';
import type { PageShelf } from '../page-shelf.ts';

/** A window that nobody sees. */
export type HiddenWindow = {
  readonly load: (address: string) => Promise<void>;
  readonly pdf: () => Promise<Uint8Array>;
  readonly destroy: () => void;
};

type Printing = {
  readonly shelf: PageShelf;
  readonly openHidden: () => HiddenWindow;
  readonly log: Log;
};

/** A page as a PDF. Window and page are gone afterwards, whatever happened; the page never touches the disk. */
export const printPdf =
  ({ shelf, openHidden, log }: Printing) =>
  async ({ html }: Argument<'print:pdf'>): Promise<Answer<'print:pdf'>> => {
    const page = shelf.put(html);
    const window = openHidden();
    try {
      await window.load(page.address);
      return { ok: true, bytes: new Uint8Array(await window.pdf()) };
    } catch (error) {
      log('error', 'print-failed', { cause: error instanceof Error ? error.message : 'unknown' });
      return { ok: false, code: 'print-failed' };
    } finally {
      page.drop();
      window.destroy();
    }
  };
