import { useEffect, useState } from 'react';
import { useSpace } from './use-space.ts';

/** Bytes that everything takes on this laptop, files among it, and how many the browser would allow. */
export type StorageUsed = {
  readonly usedBytes: number;
  readonly allowedBytes: number;
  /** Files of this space, before sealing. */
  readonly files: { readonly count: number; readonly bytes: number };
};

/** null until the browser has answered, and where it does not tell. */
export const useStorageUsed = (): StorageUsed | null => {
  const space = useSpace();
  const [used, setUsed] = useState<StorageUsed | null>(null);
  useEffect(() => {
    let isShown = true;
    Promise.all([navigator.storage.estimate(), space.files.used()]).then(
      ([{ usage, quota }, files]) => {
        if (isShown && usage !== undefined && quota !== undefined) {
          setUsed({ usedBytes: usage, allowedBytes: quota, files });
        }
      },
      // Settings then leaves the line out; nothing depends on it.
      () => setUsed(null),
    );
    return () => {
      isShown = false;
    };
  }, [space]);
  return used;
};
