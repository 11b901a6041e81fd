import { appUrl } from './app-origin.ts';

type Serve = (request: Request) => Response | Promise<Response>;

const prefix = `${appUrl}copies/`;

/** Styles in the page itself, the fonts of the window, and nothing else: no scripts, no pictures, no network. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Pages that exist only in memory, for as long as they are printed. */
export class PageShelf {
  readonly #pages = new Map<string, string>();
  readonly #newId: () => string;

  /** `newId` gives names that nobody guesses. */
  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Puts a page up; answers its address and how to take it down. */
  put(html: string): { readonly address: string; readonly drop: () => void } {
    const address = `${prefix}${this.#newId()}`;
    this.#pages.set(address, html);
    return { address, drop: () => this.#pages.delete(address) };
  }

  /** Answers the pages of the shelf; everything else is for `next`. */
  serve(next: Serve): Serve {
    return (request) => {
      if (!request.url.startsWith(prefix)) return next(request);
      const html = this.#pages.get(request.url);
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      };
      return new Response(html ?? null, { status: html === undefined ? 404 : 200, headers });
    };
  }
}
