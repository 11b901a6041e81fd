import { describe, expect, it } from 'vitest';
import { PageShelf } from '../page-shelf.ts';
import { type HiddenWindow, printPdf } from './print.ts';

/** A window that prints what the shelf serves at the address it was given. */
const hidden = (shelf: PageShelf, options: { readonly fails?: boolean } = {}) => {
  const windows = { open: 0, addresses: [] as string[] };
  const serve = shelf.serve(() => new Response('the app', { status: 200 }));
  const openHidden = (): HiddenWindow => {
    windows.open += 1;
    let shown = '';
    return {
      load: async (address) => {
        windows.addresses.push(address);
        if (options.fails === true) throw new Error('ERR_FAILED');
        shown = await (await serve(new Request(address))).text();
      },
      pdf: async () => new TextEncoder().encode(`PDF of ${shown}`),
      destroy: () => {
        windows.open -= 1;
      },
    };
  };
  return { windows, serve, openHidden };
};

describe('print:pdf', () => {
  it('prints the page from memory, then takes page and window away', async () => {
    const shelf = new PageShelf(() => 'one');
    const { windows, serve, openHidden } = hidden(shelf);
    const answer = await printPdf({ shelf, openHidden, log: () => {} })({ html: '<p>copy</p>' });
    expect(answer).toEqual({ ok: true, bytes: new TextEncoder().encode('PDF of <p>copy</p>') });
    expect(windows).toEqual({ open: 0, addresses: ['app://desk/copies/one'] });
    expect((await serve(new Request('app://desk/copies/one'))).status).toBe(404);
  });

  it('says that it failed, and leaves nothing behind', async () => {
    const shelf = new PageShelf(() => 'one');
    const { windows, serve, openHidden } = hidden(shelf, { fails: true });
    const logged: unknown[] = [];
    const log = (...line: unknown[]) => void logged.push(line);
    expect(await printPdf({ shelf, openHidden, log })({ html: '<p>copy</p>' })).toEqual({
      ok: false,
      code: 'print-failed',
    });
    expect(logged).toEqual([['error', 'print-failed', { cause: 'ERR_FAILED' }]]);
    expect(windows.open).toBe(0);
    expect((await serve(new Request('app://desk/copies/one'))).status).toBe(404);
  });

  it('serves a copy without scripts, and leaves every other address to the app', async () => {
    const shelf = new PageShelf(() => 'one');
    const { serve } = hidden(shelf);
    const { address } = shelf.put('<p>copy</p>');
    const page = await serve(new Request(address));
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; font-src 'self';/,
    );
    expect(await (await serve(new Request('app://desk/'))).text()).toBe('the app');
  });
});
