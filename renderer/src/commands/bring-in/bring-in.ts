import { type DocKind, importableKinds } from '#shared/domain/document.ts';
import { type DocId, makeDocId, type RandomBytes } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { type DocumentDraft, type ImportError, importError } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview, ImportRequest } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';
import { bin } from '#shared/sync/presence.ts';
import { tryStore } from '../explain-failure.ts';
import type { Resources } from '../resources.ts';
import type { Space } from '../space.ts';
import type { Watch } from '../watch.ts';
import { doInWorker } from '../worker-tasks.ts';
import type { ImportAnswer, ImportTask } from './import-task.ts';

/** Bytes above which a file is not even read into memory: what the largest reader takes. */
const maxFileBytes = 100_000_000;

/** What the person says of a file: null for what they were not asked, or did not say. */
export type ImportAs = { readonly kind: DocKind | null; readonly decimal: DecimalSign | null };

const requestOf = (
  resources: Resources,
  name: string,
  bytes: Uint8Array,
  { kind, decimal }: ImportAs,
): ImportRequest => {
  const newest = importableKinds.map((one) => resources.newest(one));
  const { vocabulary } = resources;
  const said = decimal === null ? {} : { decimal };
  return { name, bytes, kind, newest, templates: resources.all(), vocabulary, ...said };
};

const run = (task: ImportTask, watch: Watch) =>
  doInWorker<ImportTask, ImportAnswer>(
    () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }),
    task,
    watch,
  );

/** Reads a chosen file into what the person looks at first; nothing is made of it yet. */
export const readFile = async (
  resources: Resources,
  file: File,
  as: ImportAs,
  watch: Watch,
): Promise<Result<ImportPreview, ImportError>> => {
  if (file.size > maxFileBytes) {
    return err(importError('file-too-large', { limitBytes: maxFileBytes, actualBytes: file.size }));
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err(importError('unreadable'));
  }
  const answer = await run({ do: 'read', request: requestOf(resources, file.name, bytes, as) }, watch);
  if (answer === 'cancelled') return err(importError('cancelled'));
  return answer !== 'broken' && answer.what === 'preview' ? answer.result : err(importError('unreadable'));
};

/** The draft of a Word file after the person's choices. */
export const wordDraft = async (
  resources: Resources,
  name: string,
  preview: Extract<ImportPreview, { what: 'word' }>,
  choices: PieceChoices,
  decimal: DecimalSign | null,
): Promise<Result<DocumentDraft, ImportError>> => {
  const { kind, pieces, placed, amounts } = preview;
  const request = requestOf(resources, name, new Uint8Array(), { kind, decimal });
  const task = { do: 'word-draft', request, kind, pieces, placed, amounts, choices } as const;
  const answer = await run(task, { onProgress: () => {}, abort: new AbortController().signal });
  return typeof answer === 'object' && answer.what === 'draft'
    ? ok(answer.draft)
    : err(importError('unreadable'));
};

/** What became of a batch. Nothing of it is there where it was stopped or failed. */
export type Made =
  | { readonly what: 'made'; readonly ids: readonly DocId[] }
  | { readonly what: 'stopped' }
  | { readonly what: 'failed'; readonly failure: Failure };

/**
 * Makes new documents of drafts, all in one transaction or none; no document that is there already is touched.
 * Progress counts those that are ready to be written.
 */
export const makeDrafts = async (
  space: Space,
  drafts: readonly DocumentDraft[],
  watch: Watch,
  now: () => number,
  random: RandomBytes,
): Promise<Made> => {
  const states = drafts.map(({ kind, template, fields }) => {
    const at = now();
    return newDocument(makeDocId(at, random), kind, template, fields, at);
  });
  // Told twenty times in all: drawing it for each would take longer than the work.
  const step = Math.ceil(states.length / 20);
  const isWanted = (ready: number): boolean => {
    if (ready % step === 0) watch.onProgress(ready, states.length);
    return !watch.abort.aborted;
  };
  const kept = await tryStore(() => space.documents.create(states, isWanted));
  if (!kept.ok) return { what: 'failed', failure: kept.error };
  if (!kept.value) return { what: 'stopped' };
  space.sync?.noteEdit();
  return { what: 'made', ids: states.map(({ id }) => id) };
};

/** Puts what a batch made into the bin, in one transaction; what went out since stays. Answers how many. */
export const takeBackDrafts = async (
  space: Space,
  ids: readonly DocId[],
  now: () => number,
): Promise<Result<number, Failure>> => {
  let count = 0;
  const step = (state: DocumentState | undefined): DocumentState | undefined => {
    if (state === undefined) return undefined;
    const next = bin(state, now());
    if (next !== state) count += 1;
    return next;
  };
  const kept = await tryStore(() => space.documents.updateAll(new Map(ids.map((id) => [id, step]))));
  if (!kept.ok) return kept;
  space.sync?.noteEdit();
  return ok(count);
};
