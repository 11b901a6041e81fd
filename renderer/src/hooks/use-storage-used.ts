import { useEffect, useState } from 'react';

/** Bytes that the documents take on this laptop, and how many the browser would allow. */
export type StorageUsed = { readonly usedBytes: number; readonly allowedBytes: number };

/** null until the browser has answered, and where it does not tell. */
export const useStorageUsed = (): StorageUsed | null => {
  const [used, setUsed] = useState<StorageUsed | null>(null);
  useEffect(() => {
    let isShown = true;
    navigator.storage.estimate().then(
      ({ usage, quota }) => {
        if (isShown && usage !== undefined && quota !== undefined) {
          setUsed({ usedBytes: usage, allowedBytes: quota });
        }
      },
      // Settings then leaves the line out; nothing depends on it.
      () => setUsed(null),
    );
    return () => {
      isShown = false;
    };
  }, []);
  return used;
};
