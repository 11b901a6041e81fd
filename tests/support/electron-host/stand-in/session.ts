type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void;

let onCheck: CheckHandler = () => true;
let onRequest: RequestHandler = (_contents, _permission, answer) => answer(true);

/** Holds the handlers; Chromium is not asked through them, a test asks them itself. */
export const defaultSession = {
  setPermissionCheckHandler: (handler: CheckHandler): void => {
    onCheck = handler;
  },
  setPermissionRequestHandler: (handler: RequestHandler): void => {
    onRequest = handler;
  },
  setDevicePermissionHandler: (): void => {},
};

export const session = { defaultSession };

/** What the app's handlers would say to a page that asks for a permission. */
export const askPermission = (
  permission: string,
  requestingUrl: string,
): Promise<{ check: boolean; request: boolean }> =>
  new Promise((resolve) => {
    const check = onCheck(null, permission, requestingUrl, {});
    onRequest(null, permission, (request) => resolve({ check, request }), { requestingUrl });
  });
