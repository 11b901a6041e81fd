import { useEffect } from 'react';

/**
 * Calls `take` with the files that are dropped anywhere on the window while `isOn`; a browser would otherwise leave the
 * app to show them.
 */
export const useDroppedFiles = (isOn: boolean, take: (files: readonly File[]) => void): void => {
  useEffect(() => {
    if (!isOn) return;
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', drop);
    };
  }, [isOn, take]);
};
