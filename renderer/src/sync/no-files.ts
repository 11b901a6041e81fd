import type { FileStore } from './ports.ts';

/** Where a space keeps no files: nothing is there, and nothing waits. */
export const noFiles: FileStore = {
  bytes: async () => undefined,
  keep: async () => undefined,
  unsent: async () => [],
  markSent: async () => undefined,
  markUnsent: async () => undefined,
  upload: async () => undefined,
  saveUpload: async () => undefined,
  forgetUpload: async () => undefined,
};
