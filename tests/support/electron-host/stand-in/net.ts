let isConnected = true;

/** Draws and plugs the cable of this host. */
export const setOnline = (online: boolean): void => {
  isConnected = online;
};

/** Node's names of what went wrong, as Chromium calls them. */
const chromiumNames: Readonly<Record<string, string>> = {
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  UND_ERR_SOCKET: 'ERR_CONNECTION_CLOSED',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ERR_INTERNET_DISCONNECTED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
};

const asChromium = (error: unknown): unknown => {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return error instanceof TypeError ? new Error(`net::${chromiumNames[code] ?? 'ERR_FAILED'}`) : error;
};

const redirects = new Set([301, 302, 303, 307, 308]);

export const net = {
  isOnline: (): boolean => isConnected,
  fetch: async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (!isConnected) throw new Error('net::ERR_INTERNET_DISCONNECTED');
    const response = await fetch(url, init).catch((error: unknown) => {
      throw asChromium(error);
    });
    if (init.redirect === 'manual' && redirects.has(response.status)) {
      throw new Error('Redirect was cancelled');
    }
    return response;
  },
};
