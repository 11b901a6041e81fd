import { referredFiles, type Sha256 } from '#shared/domain/attachment.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { liveFields } from '#shared/sync/base.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { DocumentRepository } from './document-repository.ts';
import type { FileRepository } from './file-repository.ts';

/** How long a file stays that no document refers to: its line may be put back. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Every file that a document may still need: on the screen, at the Network, on its way, as received. */
const filesOf = ({
  local,
  base,
  origins,
  submitted,
  outgoing,
  submission,
}: DocumentState): readonly Sha256[] => [
  ...[
    local,
    liveFields(base),
    origins,
    submitted?.fields ?? {},
    (outgoing?.values ?? {}) as FieldMap,
  ].flatMap(referredFiles),
  ...(submission?.body?.attachments ?? []),
];

/**
 * Removes files that no document has referred to for thirty days; answers how many. Rejects, and removes nothing,
 * where a document cannot be read: it may refer to any of them.
 */
export const sweepFiles = async (
  documents: Pick<DocumentRepository, 'ids' | 'read'>,
  files: FileRepository,
  now: number,
): Promise<number> => {
  const keptBefore = now - keptMs;
  if (!(await files.hasOlderThan(keptBefore))) return 0;
  const referred = new Set<Sha256>();
  for (const id of await documents.ids()) {
    const state = await documents.read(id);
    for (const file of state === undefined ? [] : filesOf(state)) referred.add(file);
  }
  return files.sweep(referred, keptBefore);
};
