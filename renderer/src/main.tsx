import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DesktopApi } from '#shared/ipc/channels.ts';
import { App } from './app.tsx';
import { whenIdle } from './components/when-idle.ts';
import { makeApp } from './deps.ts';
import { AppContext } from './deps-context.ts';
import { loadMessages } from './i18n/load-messages.ts';
import { pageRoot } from './page-root.ts';
import { browserShell } from './shell/browser-shell.ts';
import { electronShell } from './shell/electron-shell.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

/** Put there by the preload; absent in the browser edition. */
const { desktop } = window as Window & { desktop?: DesktopApi };

const app = makeApp(desktop ? electronShell(desktop) : browserShell(whenIdle));
// The store opens and the words come while React draws its first picture, which shows neither.
void app.begin();
loadMessages(app.preferences.get().language).catch(() => {
  // Whoever shows them asks for the same, and hears of it.
});
createRoot(pageRoot()).render(
  <StrictMode>
    <AppContext value={app}>
      <App />
    </AppContext>
  </StrictMode>,
);
