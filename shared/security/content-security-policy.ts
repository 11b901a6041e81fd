/**
 * sha256 of the one style element that react-aria adds by script (usePress); without it a style-src
 * of 'self' would refuse it. A test compares it with the installed version.
 */
export const reactAriaStyleHash = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

/**
 * The Content-Security-Policy of the window. In Electron nothing is fetched from it
 * (`connectSrc: "'none'"`): the network runs through the main process. The browser edition speaks
 * with its own origin only.
 */
export const contentSecurityPolicy = ({ connectSrc }: { readonly connectSrc: "'none'" | "'self'" }): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' '${reactAriaStyleHash}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${connectSrc}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
