/** A page to be printed: what stands in its body, and how it looks. */
export type PrintablePage = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly styles: string;
  readonly body: string;
};

/** The `@font-face` rules of what is printed, with addresses that hold in another page of the same origin. */
export const printFontFaces = async (): Promise<string> => {
  await import('./print-fonts.css');
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? document.baseURI })))
    .filter(
      ({ rule }) =>
        rule instanceof CSSFontFaceRule && !rule.style.getPropertyValue('font-family').includes('Variable'),
    )
    .map(({ rule, base }) =>
      rule.cssText.replace(
        /url\("([^"]+)"\)/g,
        (_, address: string) => `url("${new URL(address, base).href}")`,
      ),
    )
    .join('\n');
};

let last: HTMLIFrameElement | null = null;

/**
 * Asks the system to print a page, from a frame that nobody sees: the Content-Security-Policy of the window holds in
 * it, so its styles are adopted, not written into it. Resolves once the dialog was asked for; false where the frame
 * could not be made.
 */
export async function printPage({
  language,
  direction,
  title,
  styles,
  body,
}: PrintablePage): Promise<boolean> {
  last?.remove();
  const frame = document.createElement('iframe');
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  // Not `display: none`: Firefox prints nothing of a frame that is not laid out.
  Object.assign(frame.style, {
    position: 'fixed',
    insetBlockEnd: '0',
    inlineSize: '0',
    blockSize: '0',
    border: '0',
  });
  document.body.append(frame);
  last = frame;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (view === null) return false;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  view.document.adoptedStyleSheets = [sheet];
  view.document.documentElement.lang = language;
  view.document.documentElement.dir = direction;
  view.document.title = title;
  const parsed = new DOMParser().parseFromString(body, 'text/html');
  view.document.body.replaceChildren(
    ...[...parsed.body.childNodes].map((node) => view.document.importNode(node, true)),
  );
  // Reading the size lays the page out, so that its fonts are asked for before they are waited for.
  void view.document.body.offsetHeight;
  await view.document.fonts.ready;
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
  return true;
}
