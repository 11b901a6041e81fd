import * as z from 'zod/mini';
import type { DocId } from '#shared/domain/ids.ts';
import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { openLine, readLine } from './journal-line.ts';
import type { Sealer } from './sealer.ts';
import { storedDocumentSchema } from './stored-schemas.ts';

/** Subject of the lines that are about no document. */
export const profileSubject = 'profile';

/** What a journal holds: of each document the newest snapshot that can be read. */
export type JournalContents = {
  readonly documents: ReadonlyMap<DocId, DocumentState>;
  /** As it was written; undefined where there is none. */
  readonly profile: unknown;
  /** Lines that are not as they were written. */
  readonly damagedLines: number;
  /** Milliseconds since 1970 of the newest snapshot; null where there is none. */
  readonly newestAt: number | null;
};

const recordSchema = z.object({ at: z.number(), value: z.unknown() });

/** Reads a journal from its end to its beginning, so that each subject is unsealed once. */
export const readJournal = async (
  files: JournalFiles,
  space: string,
  sealer: Sealer,
): Promise<JournalContents> => {
  const documents = new Map<DocId, DocumentState>();
  const found = new Set<string>();
  let profile: unknown;
  let damagedLines = 0;
  let newestAt: number | null = null;

  const take = async (line: string): Promise<void> => {
    const known = readLine(line);
    if (known === undefined) throw new Error('damaged');
    if (found.has(known.subject)) return;
    const record = recordSchema.parse(await openLine(sealer, space, known));
    if (known.subject === profileSubject) profile = record.value;
    else {
      const state = storedDocumentSchema.parse(record.value) as DocumentState;
      documents.set(state.id, state);
      newestAt = Math.max(newestAt ?? record.at, record.at);
    }
    found.add(known.subject);
  };

  for (const { number } of [...(await files.segments(space))].reverse()) {
    const lines = (await files.read(space, number)).split('\n');
    for (const line of lines.reverse()) {
      if (line !== '') await take(line).catch(() => (damagedLines += 1));
    }
  }
  return { documents, profile, damagedLines, newestAt };
};
