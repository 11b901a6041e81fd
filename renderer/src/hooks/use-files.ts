import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FileView } from '#renderer/commands/files.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import { useCommands } from './use-commands.ts';
import { useSpace } from './use-space.ts';
import { useSyncState } from './use-sync-state.ts';

const nothingChanges = () => () => {};

/** The file that is being sent now, and how far; null while none is. */
export const useUpload = () => {
  const { sync } = useSpace();
  return useSyncExternalStore(
    sync ? (listener) => sync.subscribe(listener) : nothingChanges,
    () => sync?.getUpload() ?? null,
  );
};

/** Files with where their bytes are; asked again whenever the exchange with the Network has moved on. */
export const useFiles = (attachments: readonly Attachment[]): readonly FileView[] => {
  const commands = useCommands();
  // A new object whenever the exchange has moved on, whatever it is called.
  const sync = useSyncState();
  const upload = useUpload();
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const key = attachments.map(({ sha256 }) => sha256).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hashes say which files; the state says when to look again.
  useEffect(() => {
    let isShown = true;
    void commands.filesIn(attachments).then((found) => {
      if (isShown) setFiles(found);
    });
    return () => {
      isShown = false;
    };
  }, [commands, key, sync, upload === null]);
  return files;
};
