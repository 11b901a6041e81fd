import type { DocId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { err, ok } from '#shared/result.ts';
import {
  type DocChange,
  type Element,
  elementSchema,
  type FieldState,
  limits,
  type Outcome,
  type Problem,
  type ProblemCode,
} from '#shared/sync/protocol.ts';
import { applySplices } from '#shared/sync/splice.ts';
import type { Answered, RequestFailure, SignedTemplate, Transport } from './ports.ts';

type StoredDocument = Omit<DocChange, 'fields'> & { readonly fields: Record<string, FieldState> };

/** What a request meets on its way; undefined lets it through. */
export type Weather = (request: keyof Transport) => 'refuse' | 'drop-answer' | undefined;

const fails = <T>(code: RequestFailure['failure']['code']): Answered<T> =>
  err({ failure: { code }, problem: null, retryAfterMs: null, epoch: null });

const refuses = (code: ProblemCode, told: Pick<Problem, 'receipt'> = {}): Answered<never> => {
  const problem: Problem = { type: 'about:blank', title: code, status: 409, code, ...told };
  return err({ failure: { code }, problem, retryAfterMs: null, epoch: null });
};

/** A Network in memory for tests of the engine: compare-and-set per field, exactly-once, one feed. */
export class FakeNetwork {
  readonly documents = new Map<DocId, StoredDocument>();
  readonly receipts = new Map<string, Receipt>();
  /** Submissions that are never received. */
  readonly cancelled = new Set<string>();
  /** The forms that it tells of and hands out. */
  readonly templates = new Map<TemplateRef, SignedTemplate>();
  /** Every request that arrived, in order. */
  readonly arrived: (keyof Transport)[] = [];
  weather: Weather = () => undefined;
  epoch = 'e0000000-0000-4000-8000-000000000001';
  /** Days of meetings; undefined: it tells none. */
  meetings: string[] | undefined;
  #log: { readonly doc: DocId; readonly path: string | null }[] = [];
  readonly #outcomes = new Map<string, Outcome>();

  /** Forgets everything, as a server begun anew does. */
  beginAnew(epoch: string): void {
    this.epoch = epoch;
    this.documents.clear();
    this.receipts.clear();
    this.#outcomes.clear();
    this.#log = [];
  }

  /** Puts a path into the feed. */
  tell(doc: DocId, path: string): void {
    this.#log.push({ doc, path });
  }

  /** Another laptop writes a field. */
  write(doc: DocId, path: string, v: FieldState['v']): void {
    const stored = this.documents.get(doc);
    if (stored === undefined) throw new Error('no such document');
    const rev = stored.rev + 1;
    const field: FieldState = v === undefined ? { fr: rev, deleted: true } : { v, fr: rev };
    this.documents.set(doc, { ...stored, rev, fields: { ...stored.fields, [path]: field } });
    this.tell(doc, path);
  }

  /** What these tests do not speak of is not there. */
  readonly #nothing = async (): Promise<Answered<never>> => fails('not-found');

  readonly transport: Transport = {
    template: (ref) =>
      this.#carry('template', () => {
        const signed = this.templates.get(ref);
        if (signed === undefined) throw refuses('not-found');
        return signed;
      }),
    document: this.#nothing,
    submitted: this.#nothing,
    comment: this.#nothing,
    deleteDocument: this.#nothing,
    invite: this.#nothing,
    setMember: this.#nothing,
    removeMember: this.#nothing,
    hasFile: this.#nothing,
    createUpload: this.#nothing,
    uploadOffset: this.#nothing,
    uploadChunk: this.#nothing,
    fileBytes: this.#nothing,
    capabilities: () =>
      this.#carry('capabilities', () => ({
        api: 1,
        epoch: this.epoch,
        schema: { min: 1, max: 1 },
        network: 'training',
        templates: [...this.templates.keys()],
        limits,
        encodings: [],
        uploads: [],
        retentionDays: { texts: 30, tombstones: 180 },
        serverTime: '2026-03-05T16:20:00Z',
        ...(this.meetings && { meetings: this.meetings }),
      })),
    openSession: () =>
      this.#carry('openSession', () => ({ token: 't', account: { id: 'training', name: 'Training' } })),
    // A read that waits has nothing to tell in these tests; it ends when it is called off.
    changes: (_, since, wait) =>
      wait === undefined
        ? this.#carry('changes', () => this.#feed(since))
        : new Promise((resolve) => wait.abort.onAbort(() => resolve(fails('connection')))),
    mutations: ({ clientId }, elements, since) =>
      this.#carry('mutations', () => ({
        outcomes: elements.map((body) => this.#take(clientId, elementSchema.parse(JSON.parse(body)))),
        changes: this.#feed(since),
      })),
    cancelSubmission: (_, id) =>
      this.#carry('cancelSubmission', () => {
        const receipt = this.receipts.get(id);
        if (receipt) throw refuses('already-submitted', { receipt });
        this.cancelled.add(id);
        return { id, state: 'cancelled' };
      }),
    submit: (_, id, body) =>
      this.#carry('submit', () => {
        const known = this.receipts.get(id);
        if (known) return known;
        if (this.cancelled.has(id)) throw refuses('cancelled');
        const stored = this.documents.get(body.doc);
        if (stored === undefined || stored.rev !== body.rev) throw fails('stale-revision');
        const receipt: Receipt = {
          receiptNo: `TRAIN-2026-${String(this.receipts.size + 1).padStart(5, '0')}`,
          doc: body.doc,
          rev: body.rev,
          round: body.round,
          contentHash: body.contentHash,
          receivedAt: '2026-03-05T16:20:00Z',
        };
        this.receipts.set(id, receipt);
        return receipt;
      }),
  };

  async #carry<T>(request: keyof Transport, work: () => T): Promise<Answered<T>> {
    const weather = this.weather(request);
    if (weather === 'refuse') return fails('connection');
    this.arrived.push(request);
    try {
      const value = work();
      return weather === 'drop-answer' ? fails('connection') : ok({ value, epoch: this.epoch });
    } catch (failure) {
      if (typeof failure === 'object' && failure !== null && 'ok' in failure) return failure as Answered<T>;
      throw failure;
    }
  }

  #feed(since: string | null) {
    const seen = new Map<DocId, Set<string>>();
    for (const { doc, path } of this.#log.slice(Number(since ?? 0))) {
      const paths = seen.get(doc) ?? new Set();
      if (path !== null) paths.add(path);
      seen.set(doc, paths);
    }
    const docs = [...seen].flatMap(([id, paths]) => {
      const stored = this.documents.get(id);
      if (stored === undefined) return [];
      const fields = Object.fromEntries(Object.entries(stored.fields).filter(([path]) => paths.has(path)));
      return [{ ...stored, fields }];
    });
    return { cursor: String(this.#log.length), hasMore: false, docs };
  }

  #take(clientId: string, element: Element): Outcome {
    const key = `${clientId}/${element.doc}/${element.n}`;
    const known = this.#outcomes.get(key);
    if (known) return known;
    const outcome = this.#apply(element);
    this.#outcomes.set(key, outcome);
    return outcome;
  }

  #apply(element: Element): Outcome {
    const { doc, n, create, ops } = element;
    const stored = this.documents.get(doc);
    if (stored === undefined && create === undefined) {
      const problem = {
        type: 'about:blank',
        title: 'not created',
        status: 404,
        code: 'not-created',
      } as const;
      return { doc, n, outcome: 'rejected', problem };
    }
    const before: StoredDocument = stored ?? {
      id: doc,
      kind: create?.kind ?? 'pledge',
      template: create?.template ?? 'pledge@1',
      rev: 0,
      stage: 'draft',
      round: 1,
      fields: {},
    };
    const stale = ops.filter((op) => (before.fields[op.f]?.fr ?? 0) !== op.fr);
    if (stale.length > 0) {
      const current = stale.flatMap((op) => {
        const field = before.fields[op.f];
        return field ? [[op.f, field] as const] : [];
      });
      return {
        doc,
        n,
        outcome: 'conflict',
        rev: Math.max(1, before.rev),
        fields: Object.fromEntries(current),
      };
    }
    const rev = before.rev + 1;
    const fields = { ...before.fields };
    for (const op of ops) {
      const base = before.fields[op.f]?.v;
      const spliced = op.op === 'splice' && typeof base === 'string' ? applySplices(base, op.s) : undefined;
      const v = op.op === 'set' ? op.v : spliced;
      fields[op.f] = v === undefined ? { fr: rev, deleted: true } : { v, fr: rev };
      this.#log.push({ doc, path: op.f });
    }
    if (ops.length === 0) this.#log.push({ doc, path: null });
    this.documents.set(doc, { ...before, rev, fields });
    return { doc, n, outcome: 'applied', rev };
  }
}
