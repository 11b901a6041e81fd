import type { Session, WebContents } from 'electron';
import type { IsOwnAddress } from './app-origin.ts';
import { externalAddress } from './external-address.ts';

type Guard = {
  readonly isOwnAddress: IsOwnAddress;
  /** Hands a checked address to the system. */
  readonly openOutside: (address: string) => void;
  /** Told of everything that was refused: what, and the scheme and host concerned. */
  readonly refused: (what: string, where: string) => void;
};

const place = (address: string): string => {
  if (!URL.canParse(address)) return 'unreadable address';
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
};

/**
 * Keeps a page where it belongs: it cannot leave its own origin, open windows, or embed a webview.
 * A link to the outside is handed to the system when its address passes `externalAddress`.
 */
export function guardContents(contents: WebContents, guard: Guard): void {
  const stay = (event: { preventDefault(): void }, address: string): void => {
    if (guard.isOwnAddress(address)) return;
    event.preventDefault();
    guard.refused('navigation', place(address));
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    guard.refused('webview', '');
  });
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address === null) guard.refused('window', place(url));
    else guard.openOutside(address);
    return { action: 'deny' };
  });
}

/** Copying what the person asked to copy, and keeping the store from being evicted; nothing else. */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/** Denies every permission but the two above, and those to any page that is not our own. */
export function guardPermissions(
  session: Session,
  { isOwnAddress, refused }: Pick<Guard, 'isOwnAddress' | 'refused'>,
): void {
  const isGranted = (permission: string, address: string): boolean => {
    const granted = grantedPermissions.has(permission) && isOwnAddress(address);
    if (!granted) refused(`permission ${permission}`, place(address));
    return granted;
  };
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isGranted(permission, origin.endsWith('/') ? origin : `${origin}/`),
  );
  session.setDevicePermissionHandler(() => false);
}
