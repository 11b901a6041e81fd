/** The scheme and host under which the window's own files live; everybody's data hangs on this origin. */
export const appScheme = 'app';
export const appHost = 'desk';
export const appUrl = `${appScheme}://${appHost}/`;

/** Tells the window's own addresses from all others. */
export type IsOwnAddress = (address: string) => boolean;

/**
 * Own addresses are those below `app://desk/` and, while developing, those of the dev server.
 * Compares scheme and host, because `URL.origin` of a custom scheme is the word "null".
 */
export const ownAddresses =
  (devServerUrl?: string): IsOwnAddress =>
  (address) => {
    if (!URL.canParse(address)) return false;
    const url = new URL(address);
    if (url.protocol === `${appScheme}:` && url.host === appHost && url.username === '') return true;
    return devServerUrl !== undefined && url.origin === new URL(devServerUrl).origin;
  };
