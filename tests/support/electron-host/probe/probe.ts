import type { DesktopApi } from '#shared/ipc/channels.ts';

const probed = window as unknown as { desktop: DesktopApi; heard: unknown[] };
probed.heard = [];
for (const event of ['menu:command', 'app:wake'] as const) {
  probed.desktop.on(event, (payload) => probed.heard.push([event, payload]));
}
document.title = 'ready';
