import { BrowserWindow, nativeTheme, screen } from 'electron';
import { windowPreferences } from './window-preferences.ts';
import { boundsFor, leastSize, readWindowState, type WindowState } from './window-state.ts';

type WindowPlan = {
  readonly url: string;
  readonly preload: string;
  readonly isDevelopment: boolean;
  readonly stateFile: string;
  readonly keepState: (state: WindowState) => void;
};

/** The colour of the desk in tokens.css, so that the window does not flash before the page is painted. */
const deskColour = (): string => (nativeTheme.shouldUseDarkColors ? '#10161b' : '#f3f5f6');

/** Opens the window where it last stood and shows it once there is something to see. */
export function openWindow({ url, preload, isDevelopment, stateFile, keepState }: WindowPlan): BrowserWindow {
  const state = readWindowState(stateFile);
  const window = new BrowserWindow({
    ...boundsFor(
      state,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    backgroundColor: deskColour(),
    show: false,
    webPreferences: windowPreferences(preload, isDevelopment),
  });
  if (state.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    keepState({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  void window.loadURL(url);
  return window;
}
