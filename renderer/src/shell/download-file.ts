import type { Answer } from '#shared/ipc/channels.ts';

/** Long enough for the slowest browser to have begun to read the blob. */
const keepBlobMs = 60_000;

/** Hands bytes to the browser as a download. `saved` means handed over: a browser does not tell more. */
export function downloadFile(suggestedName: string, bytes: Uint8Array): Answer<'files:save'> {
  const address = URL.createObjectURL(
    new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), keepBlobMs);
  return { outcome: 'saved' };
}
