import { join } from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import type { Answer, Argument } from '#shared/ipc/channels.ts';
import { errorCode, replaceFile } from '../durable-file.ts';
import { safeFileName } from '../file-name.ts';

type Saving = {
  readonly askWhere: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  readonly documentsFolder: () => string;
};

/** Saves bytes where the person says. An existing file is replaced whole or not at all. */
export const saveFile =
  ({ askWhere, documentsFolder }: Saving) =>
  async ({ suggestedName, bytes }: Argument<'files:save'>): Promise<Answer<'files:save'>> => {
    const { canceled, filePath } = await askWhere({
      defaultPath: join(documentsFolder(), safeFileName(suggestedName)),
    });
    if (canceled || filePath === '') return { outcome: 'cancelled' };
    try {
      await replaceFile(filePath, bytes, 0o644);
      return { outcome: 'saved' };
    } catch (error) {
      return { outcome: 'failed', detail: errorCode(error) || 'unknown' };
    }
  };
