import * as z from 'zod/mini';
import type { DocId } from '#shared/domain/ids.ts';
import type { JournalFiles } from '#shared/ipc/journal-files.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { type VersionChain, versionChainSchema } from '#shared/sync/version.ts';
import { joinedChains } from '#shared/sync/version-chain.ts';
import { historyOf, type JournalLine, openLine, readLine } from './journal-line.ts';
import type { Sealer } from './sealer.ts';
import { storedDocumentSchema } from './stored-schemas.ts';

/** Subjects of the lines that are about no document: values of the space under these keys. */
export const valueSubjects = ['profile', 'carried'] as const;
export type ValueSubject = (typeof valueSubjects)[number];

/** The subject of a value that is in the journal; undefined for others. */
export const valueSubject = (key: string): ValueSubject | undefined =>
  valueSubjects.find((subject) => subject === key);

/** What a journal holds: of each document the newest snapshot that can be read, and all that is said of its versions. */
export type JournalContents = {
  readonly documents: ReadonlyMap<DocId, DocumentState>;
  /** The lines that hold versions, still sealed, the newest first. */
  readonly histories: ReadonlyMap<DocId, readonly JournalLine[]>;
  /** What one said of oneself, and what others handed over to be sent from here: as it was written. */
  readonly values: ReadonlyMap<ValueSubject, unknown>;
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
  const histories = new Map<DocId, JournalLine[]>();
  const found = new Set<string>();
  const values = new Map<ValueSubject, unknown>();
  let damagedLines = 0;
  let newestAt: number | null = null;

  const take = async (line: string): Promise<void> => {
    const known = readLine(line);
    if (known === undefined) throw new Error('damaged');
    const history = historyOf(known.subject);
    if (history !== undefined) {
      const lines = histories.get(history) ?? [];
      lines.push(known);
      histories.set(history, lines);
      return;
    }
    if (found.has(known.subject)) return;
    const record = recordSchema.parse(await openLine(sealer, space, known));
    const subject = valueSubject(known.subject);
    if (subject !== undefined) values.set(subject, record.value);
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
  return { documents, histories, values, damagedLines, newestAt };
};

/** The versions that lines of one document say, the oldest first. A line that cannot be opened loses no other. */
export const readHistory = async (
  lines: readonly JournalLine[],
  space: string,
  sealer: Sealer,
): Promise<{ readonly chain: VersionChain; readonly damagedLines: number }> => {
  const chains: VersionChain[] = [];
  let damagedLines = 0;
  for (const line of [...lines].reverse()) {
    try {
      const { value } = recordSchema.parse(await openLine(sealer, space, line));
      chains.push(versionChainSchema.parse(value) as VersionChain);
    } catch {
      damagedLines += 1;
    }
  }
  return { chain: joinedChains(chains), damagedLines };
};
