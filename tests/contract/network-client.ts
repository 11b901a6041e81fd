import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FieldMap } from '#shared/domain/field-value.ts';
import {
  type ClientId,
  type DocId,
  makeClientId,
  makeCommentId,
  makeDocId,
  makeSubmissionId,
} from '#shared/domain/ids.ts';
import { contentHash } from '#shared/sync/content-hash.ts';
import {
  type Changes,
  capabilitiesSchema,
  changesSchema,
  type DocChange,
  type Element,
  isPatch,
  type MutationsAnswer,
  mutationsAnswerSchema,
  type Op,
  type Outcome,
  type Problem,
  problemSchema,
  type SubmissionBody,
  trainingSessionSchema,
} from '#shared/sync/protocol.ts';
import { headers as names, schemaVersion } from '#shared/sync/protocol-version.ts';
import { applySplices } from '#shared/sync/splice.ts';

const bytes = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
export const aDoc = (): DocId => makeDocId(Date.now(), bytes);
export const aSubmission = () => makeSubmissionId(Date.now(), bytes);
export const aComment = () => makeCommentId(Date.now(), bytes);
export const anId = (): string => randomUUID();
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** An answer over the wire, read whole. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

export type Sending = {
  readonly body?: unknown;
  /** Bytes as they go on the wire; `body` is then left aside. */
  readonly raw?: Uint8Array<ArrayBuffer> | string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown where a server does not keep to the protocol; the message is the finding. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

export const must = (holds: boolean, finding: string): void => {
  if (!holds) throw new ContractError(finding);
};

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 400) ?? 'nothing';

export const mustBe = (found: unknown, expected: unknown, what: string): void =>
  must(
    JSON.stringify(found) === JSON.stringify(expected),
    `${what}: ${shown(found)}, not ${shown(expected)}`,
  );

export const jsonOf = (answer: Answer): unknown => {
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new ContractError(`${answer.status} without JSON: ${answer.text.slice(0, 200)}`);
  }
};

/** The problem in a refusal; its form is a rule of its own (VE7). */
export const problemOf = (answer: Answer): Problem => {
  const type = answer.headers.get('content-type') ?? '';
  must(
    type.startsWith('application/problem+json'),
    `${answer.status} is no problem+json but ${type}: ${answer.text.slice(0, 200)}`,
  );
  const parsed = problemSchema.safeParse(jsonOf(answer));
  if (!parsed.success) throw new ContractError(`a problem of another form: ${answer.text.slice(0, 400)}`);
  mustBe(parsed.data.status, answer.status, 'status in the problem');
  return parsed.data;
};

export const mustRefuse = (answer: Answer, status: number, code: Problem['code']): Problem => {
  const problem = problemOf(answer);
  mustBe([answer.status, problem.code], [status, code], problem.detail ?? 'refusal');
  return problem;
};

/** A laptop that speaks the protocol by hand: one account, one client id. */
export class NetworkClient {
  readonly url: string;
  readonly token: string;
  readonly account: string;
  readonly client: ClientId = makeClientId(bytes);

  constructor(url: string, token: string, account: string) {
    this.url = url.replace(/\/$/, '');
    this.token = token;
    this.account = account;
  }

  /** The same account on another laptop. */
  another(): NetworkClient {
    return new NetworkClient(this.url, this.token, this.account);
  }

  async ask(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const isJson = sending.raw === undefined && sending.body !== undefined;
    const body = sending.raw ?? (isJson ? JSON.stringify(sending.body) : undefined);
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${this.token}`,
        [names.client]: this.client,
        [names.schema]: String(schemaVersion),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...sending.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    must(answer.headers.has(names.api), `[VE1] ${method} ${path}: ${answer.status} without Network-Api`);
    must(answer.headers.has(names.epoch), `[VE1] ${method} ${path}: ${answer.status} without Network-Epoch`);
    must(
      answer.status < 500 || answer.status === 503,
      `${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`,
    );
    return answer;
  }

  async capabilities() {
    const parsed = capabilitiesSchema.safeParse(jsonOf(await this.ask('GET', '/v1/capabilities')));
    if (!parsed.success) throw new ContractError(`capabilities: ${parsed.error.message}`);
    return parsed.data;
  }

  async push(muts: readonly Element[], since?: string): Promise<MutationsAnswer> {
    const answer = await this.ask('POST', '/v1/mutations', {
      body: { muts, ...(since === undefined ? {} : { since }) },
    });
    must(answer.status === 200, `mutations: ${answer.status} ${answer.text.slice(0, 300)}`);
    const parsed = mutationsAnswerSchema.safeParse(jsonOf(answer));
    if (!parsed.success) throw new ContractError(`mutations: ${parsed.error.message}`);
    mustBe(parsed.data.outcomes.length, muts.length, 'outcomes of the elements');
    return parsed.data;
  }

  async pushOne(element: Element): Promise<Outcome> {
    const [outcome] = (await this.push([element])).outcomes;
    if (outcome === undefined) throw new ContractError('no outcome');
    return outcome;
  }

  async page(since?: string, query = ''): Promise<Changes> {
    const start = since === undefined ? '' : `since=${encodeURIComponent(since)}`;
    const all = [start, query].filter((part) => part !== '').join('&');
    const answer = await this.ask('GET', `/v1/changes${all === '' ? '' : `?${all}`}`);
    must(answer.status === 200, `changes: ${answer.status} ${answer.text.slice(0, 300)}`);
    const parsed = changesSchema.safeParse(jsonOf(answer));
    if (!parsed.success) throw new ContractError(`changes: ${parsed.error.message}`);
    return parsed.data;
  }

  /** Reads to the end of the feed. */
  async read(
    since?: string,
    query = '',
  ): Promise<{ readonly docs: readonly DocChange[]; readonly cursor: string }> {
    const docs: DocChange[] = [];
    let page = await this.page(since, query);
    docs.push(...page.docs);
    for (let pages = 0; page.hasMore; pages += 1) {
      must(pages < 10_000, '[FE3] the feed has no end');
      page = await this.page(page.cursor, query);
      docs.push(...page.docs);
    }
    return { docs, cursor: page.cursor };
  }

  async end(): Promise<string> {
    return (await this.read()).cursor;
  }

  /** The last that a reading told of a document. */
  async told(doc: DocId, since?: string): Promise<DocChange | undefined> {
    return (await this.read(since)).docs.filter(({ id }) => id === doc).at(-1);
  }

  async document(doc: DocId): Promise<DocChange> {
    const found = await this.told(doc);
    if (found === undefined) throw new ContractError(`document ${doc} is not told`);
    return found;
  }

  submit(id: string, body: SubmissionBody): Promise<Answer> {
    return this.ask('PUT', `/v1/submissions/${id}`, { body });
  }
}

/** Signs in as one of the training accounts. */
export async function signIn(url: string, account?: string): Promise<NetworkClient> {
  const base = url.replace(/\/$/, '');
  const response = await fetch(`${base}/v1/training/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account === undefined ? {} : { account }),
  });
  const text = await response.text();
  if (response.status !== 200) {
    throw new ContractError(
      `no training session for ${account ?? 'the author'}: ${response.status} ${text.slice(0, 200)}`,
    );
  }
  const session = trainingSessionSchema.parse(JSON.parse(text));
  return new NetworkClient(base, session.token, session.account.id);
}

export const set = (f: string, v: Extract<Op, { op: 'set' }>['v'], fr = 0): Op => ({ f, fr, op: 'set', v });

/** The element that creates a pledge. */
export const creation = (doc: DocId, ops: readonly Op[] = [], n = 1): Element => ({
  doc,
  n,
  create: { kind: 'pledge', template: 'pledge@1' },
  ops: [...ops],
});

export const change = (doc: DocId, n: number, ops: readonly Op[]): Element => ({ doc, n, ops: [...ops] });

/** Sets every field of a document. */
export const setAll = (fields: FieldMap): readonly Op[] =>
  Object.entries(fields).map(([path, value]) => set(path, value as never));

export const submissionOf = (
  doc: DocId,
  fields: FieldMap,
  rest: Partial<SubmissionBody> = {},
): SubmissionBody => ({
  doc,
  rev: 1,
  round: 1,
  contentHash: contentHash({ doc, kind: 'pledge', template: 'pledge@1', fields }),
  attachments: [],
  template: 'pledge@1',
  ...rest,
});

/** A field of a change, with splices applied to the text that the reader has. */
export const valueIn = (told: DocChange | undefined, path: string, known?: string): unknown => {
  const field = told?.fields[path];
  if (field === undefined) return undefined;
  return isPatch(field) ? applySplices(known ?? '', field.p) : field.v;
};

export const gzipped = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(content));
