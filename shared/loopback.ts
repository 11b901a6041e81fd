const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for the host of an address that never leaves this laptop, as `URL.hostname` writes it. */
export const isLoopbackHost = (hostname: string): boolean => loopback.test(hostname);
