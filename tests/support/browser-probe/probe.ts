import { browserShell } from '#renderer/shell/browser-shell.ts';

Object.assign(window, { shell: browserShell(async () => {}) });
document.title = `version ${import.meta.env.VITE_PROBE_VERSION}`;
