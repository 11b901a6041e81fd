import { EventEmitter } from 'node:events';

const openedOutside: string[] = [];
const saveAnswers: (string | null)[] = [];

/** What the app asked the system to open, in order. */
export const openedAddresses = (): readonly string[] => openedOutside;

/** The person's answer to the next save dialog: a path, or null for Cancel. */
export const answerNextSaveDialog = (path: string | null): void => {
  saveAnswers.push(path);
};

export const shell = {
  openExternal: async (url: string): Promise<void> => {
    openedOutside.push(url);
  },
};

export const dialog = {
  showSaveDialog: async (): Promise<{ canceled: boolean; filePath: string }> => {
    const path = saveAnswers.shift() ?? null;
    return { canceled: path === null, filePath: path ?? '' };
  },
};

export const nativeTheme = { shouldUseDarkColors: false };
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};
export const powerMonitor = new EventEmitter();
