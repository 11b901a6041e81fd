import * as z from 'zod/mini';
import { referredFiles, type Sha256 } from '#shared/domain/attachment.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { liveFields } from '#shared/sync/base.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { DocumentRepository } from './document-repository.ts';
import type { FileRepository } from './file-repository.ts';
import type { MetaRepository } from './meta-repository.ts';
import type { VersionRepository } from './version-repository.ts';

/** How long a file stays that no document refers to: its line may be put back. */
const keptMs = 30 * 24 * 60 * 60 * 1000;
const everyMs = 7 * 24 * 60 * 60 * 1000;

type Stores = {
  readonly documents: Pick<DocumentRepository, 'ids' | 'read'>;
  readonly files: FileRepository;
  readonly meta: MetaRepository;
  readonly versions: Pick<VersionRepository, 'files'>;
};

/** Every file that a document may still need: on the screen, at the Network, on its way, as received. Its versions have more. */
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
 * Removes files of which it was noticed thirty days ago, and is so still, that no document refers to them; answers
 * how many. Looks once a week, since it reads every document. Rejects, and removes nothing, where one cannot be
 * read: it may refer to any of them.
 */
export const sweepFiles = async (
  { documents, files, meta, versions }: Stores,
  now: number,
): Promise<number> => {
  const last = (await meta.read('swept', z.number())) ?? Number.NEGATIVE_INFINITY;
  // A clock that was set back does not put it off for ever.
  if (last <= now && now - last < everyMs) return 0;
  if (!(await files.hasOlderThan(now - everyMs))) return 0;
  const referred = new Set<Sha256>();
  for (const id of await documents.ids()) {
    const state = await documents.read(id);
    for (const file of state === undefined ? [] : filesOf(state)) referred.add(file);
    for (const file of await versions.files(id)) referred.add(file);
  }
  const removed = await files.sweep(referred, { now, notedBefore: now - keptMs, keptBefore: now - everyMs });
  await meta.write('swept', now);
  return removed;
};
