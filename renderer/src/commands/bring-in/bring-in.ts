import { type DocKind, docKinds } from '#shared/domain/document.ts';
import { type DocId, makeDocId, type RandomBytes } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { DocumentDraft, ImportError } from '#shared/import/import-result.ts';
import type { ImportPreview, ImportRequest } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { newDocument } from '#shared/sync/document-state.ts';
import { tryStore } from '../explain-failure.ts';
import type { Resources } from '../resources.ts';
import type { Space } from '../space.ts';
import type { ImportAnswer, ImportTask } from './import-task.ts';

/** Bytes above which a file is not even read into memory: what the largest reader takes. */
const maxFileBytes = 100_000_000;

/** Told while a file is read, and how to stop it. */
export type ImportWatch = {
  readonly onProgress: (done: number, total: number) => void;
  readonly abort: AbortSignal;
};

const importable = (kind: DocKind): boolean => kind !== 'pledge-update';

const requestOf = (
  resources: Resources,
  name: string,
  bytes: Uint8Array,
  kind: DocKind | null,
): ImportRequest => {
  const newest = docKinds.filter(importable).map((one) => resources.newest(one));
  return { name, bytes, kind, newest, templates: resources.all(), vocabulary: resources.vocabulary };
};

/** Runs one task in a worker of its own, which ends with it. */
const run = (task: ImportTask, watch: ImportWatch | null): Promise<ImportAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    const end = (answer: ImportAnswer) => {
      worker.terminate();
      watch?.abort.removeEventListener('abort', cancel);
      resolve(answer);
    };
    const failed = (code: 'cancelled' | 'unreadable') =>
      end({ what: 'preview', result: err({ code, params: {} }) });
    const cancel = () => failed('cancelled');
    if (watch?.abort.aborted) {
      cancel();
      return;
    }
    watch?.abort.addEventListener('abort', cancel);
    worker.addEventListener('error', () => failed('unreadable'));
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if (data.what === 'progress') watch?.onProgress(data.done, data.total);
      else end(data);
    });
    worker.postMessage(task);
  });

/** Reads a chosen file into what the person looks at first; nothing is made of it yet. */
export const readFile = async (
  resources: Resources,
  file: File,
  kind: DocKind | null,
  watch: ImportWatch,
): Promise<Result<ImportPreview, ImportError>> => {
  if (file.size > maxFileBytes) {
    const params = { limitBytes: maxFileBytes, actualBytes: file.size };
    return err({ code: 'file-too-large', params });
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return err({ code: 'unreadable', params: {} });
  }
  const answer = await run({ do: 'read', request: requestOf(resources, file.name, bytes, kind) }, watch);
  return answer.what === 'preview' ? answer.result : err({ code: 'unreadable', params: {} });
};

/** The draft of a Word file after the person's choices. */
export const wordDraft = async (
  resources: Resources,
  name: string,
  preview: Extract<ImportPreview, { what: 'word' }>,
  choices: PieceChoices,
): Promise<Result<DocumentDraft, ImportError>> => {
  const { kind, pieces, placed } = preview;
  const request = requestOf(resources, name, new Uint8Array(), kind);
  const answer = await run({ do: 'word-draft', request, kind, pieces, placed, choices }, null);
  return answer.what === 'draft' ? ok(answer.draft) : err({ code: 'unreadable', params: {} });
};

/** What became of a batch: the documents that are there now, and why the rest is not. */
export type Made = { readonly made: readonly DocId[]; readonly failure: Failure | null };

/**
 * Makes new documents of drafts, each in a transaction of its own; no document that is there already is touched. Stops
 * at the first that cannot be kept: `made` are the first of the drafts, in their order.
 */
export const makeDrafts = async (
  space: Space,
  drafts: readonly DocumentDraft[],
  now: () => number,
  random: RandomBytes,
): Promise<Made> => {
  const made: DocId[] = [];
  for (const { kind, template, fields } of drafts) {
    const at = now();
    const id = makeDocId(at, random);
    const state = newDocument(id, kind, template, fields, at);
    const kept = await tryStore(() => space.documents.update(id, () => state));
    if (!kept.ok) return { made, failure: kept.error };
    made.push(id);
  }
  space.sync?.noteEdit();
  return { made, failure: null };
};
