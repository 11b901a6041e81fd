import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FileView } from '#renderer/commands/files.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import { useCommands } from './use-commands.ts';
import { useSpace } from './use-space.ts';

const nothingChanges = () => () => {};

/** The file that is being sent now, and how far; null while none is. */
export const useUpload = () => {
  const { sync } = useSpace();
  return useSyncExternalStore(
    sync ? (listener) => sync.subscribe(listener) : nothingChanges,
    () => sync?.getUpload() ?? null,
  );
};

/** Files with where their bytes are, kept up to date. */
export const useFiles = (attachments: readonly Attachment[]): readonly FileView[] => {
  const commands = useCommands();
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const key = attachments.map(({ sha256 }) => sha256).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hashes say which files these are.
  useEffect(() => commands.watchFiles(attachments, setFiles), [commands, key]);
  return files;
};
