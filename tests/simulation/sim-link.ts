import type { Answered, Credentials, RequestFailure, Transport } from '#renderer/sync/ports.ts';
import { type Account, trainingAccounts } from '#sandbox/account.ts';
import { changesSince, documentNow } from '#sandbox/changes.ts';
import { putComment } from '#sandbox/comments.ts';
import { deleteDocument } from '#sandbox/deletion.ts';
import { invite, removeMember, setMember } from '#sandbox/members.ts';
import { applyMutations } from '#sandbox/mutations.ts';
import type { Network } from '#sandbox/network.ts';
import { cancelSubmission, submit, submittedRound } from '#sandbox/submissions.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import {
  type Element,
  elementSchema,
  limits,
  type Problem,
  submissionBodySchema,
} from '#shared/sync/protocol.ts';
import type { SeededRandom } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { ServerCrash, type SimServer } from './sim-server.ts';
import type { Trace } from './trace.ts';

/** How a link treats its requests. */
export type Weather = {
  /** Probability that something goes wrong with a request. */
  readonly badness: number;
  readonly isOnline: boolean;
};

const schema = 2;
const pageLimit = 4;

const failed = (code: Failure['code'], rest: Partial<RequestFailure> = {}): Answered<never> =>
  err({ failure: { code }, problem: null, retryAfterMs: null, epoch: null, ...rest });

/** As it would be after a way over the wire: nothing is shared, and undefined is not there. */
const overTheWire = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);

type Who = Pick<Credentials, 'token' | 'epoch'>;

type Work<T> = (network: Network, account: Account) => Promise<Result<T, Problem>>;

const accountOf = (token: string | null): Account | undefined =>
  trainingAccounts.find(({ id }) => `token-${id}` === token);

type Upload = { readonly sha256: string; readonly sizeBytes: number; bytes: Uint8Array };

/** One laptop's way to the server: slow, lossy, lying, as the dice have it. */
export class SimLink {
  weather: Weather = { badness: 0, isOnline: true };
  random: SeededRandom;
  readonly #server: SimServer;
  readonly #scheduler: Scheduler;
  readonly #account: Account;
  readonly #trace: Trace;
  readonly #name: string;
  readonly #frozen: Map<string, string>;
  readonly #uploads: Map<string, Upload>;
  #isDead = false;
  transport: Transport;

  constructor(parts: {
    readonly name: string;
    readonly account: Account;
    readonly server: SimServer;
    readonly scheduler: Scheduler;
    readonly random: SeededRandom;
    readonly trace: Trace;
    /** Every element that was ever on the wire, by client, document and n. */
    readonly frozen: Map<string, string>;
    readonly uploads: Map<string, Upload>;
    readonly wrap: (transport: Transport, random: () => SeededRandom) => Transport;
  }) {
    this.#name = parts.name;
    this.#account = parts.account;
    this.#server = parts.server;
    this.#scheduler = parts.scheduler;
    this.random = parts.random;
    this.#trace = parts.trace;
    this.#frozen = parts.frozen;
    this.#uploads = parts.uploads;
    this.transport = parts.wrap(this.#direct(), () => this.random);
  }

  /** The laptop crashed: nothing that is under way ever comes back. */
  die(): void {
    this.#isDead = true;
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#scheduler.after(ms, () => {
        if (!this.#isDead) resolve();
      });
    });
  }

  /** One request: the way there, the work, the way back; each can go wrong. */
  async #carry<T>(kind: string, who: Who, work: Work<T>, sentBytes = 0): Promise<Answered<T>> {
    const { badness, isOnline } = this.weather;
    if (!isOnline) {
      await this.#sleep(1);
      return failed('offline');
    }
    const isBad = this.random.chance(badness);
    const fate = isBad ? this.random.below(8) : -1;
    await this.#sleep(5 + this.random.below(isBad ? 4_000 : 60));
    this.#trace.event(this.#name, kind, fate);
    switch (fate) {
      case 0:
        return failed('connection');
      case 1:
        return failed('captive-portal');
      case 2:
        return failed('server-error');
      case 3:
        return failed('unavailable', { problem: null, retryAfterMs: 2_000 });
    }
    // Twice the same request: a proxy repeats what it believes was lost.
    if (fate === 4) void this.#work(who, work);
    const answer = await this.#work(who, work);
    await this.#sleep(5 + this.random.below(isBad ? 4_000 : 60));
    if (fate === 5) {
      await this.#sleep(30_000);
      return failed('timeout');
    }
    // Cut in the middle: what is left is no JSON.
    if (fate === 6) return failed('bad-answer');
    return answer.ok ? ok({ ...answer.value, sentBytes }) : answer;
  }

  async #work<T>({ token, epoch }: Who, work: Work<T>): Promise<Answered<T>> {
    const { network } = this.#server;
    const account = accountOf(token);
    if (account === undefined) {
      return failed('token-expired', { epoch: network.epoch, problem: asProblem('token-expired', 401) });
    }
    if (epoch !== null && epoch !== network.epoch) {
      return failed('epoch-changed', { epoch: network.epoch, problem: asProblem('epoch-changed', 409) });
    }
    try {
      const answer = overTheWire(await work(network, account));
      if (answer.ok) return ok({ value: answer.value, epoch: network.epoch });
      return failed(answer.error.code, { problem: answer.error, epoch: network.epoch });
    } catch (error) {
      if (error instanceof ServerCrash) return failed('connection');
      throw error;
    }
  }

  #remember(client: string, bodies: readonly string[]): void {
    for (const body of bodies) {
      const { doc, n } = JSON.parse(body) as Element;
      const key = `${client} ${doc} ${n} ${this.#server.network.epoch}`;
      const known = this.#frozen.get(key);
      if (known !== undefined && known !== body) {
        this.#trace.violation(`[EL4] another content under ${n} of ${doc} by ${this.#name}`);
      }
      this.#frozen.set(key, body);
    }
  }

  /** One receipt for a round, whoever asks (SU3). */
  #rememberReceipt({ doc, round, receiptNo }: Receipt, epoch: string): void {
    const key = `receipt ${doc} ${round} ${epoch}`;
    const known = this.#frozen.get(key);
    if (known !== undefined && known !== receiptNo) {
      this.#trace.violation(`[SU3] round ${round} of ${doc} was received twice`);
    }
    this.#frozen.set(key, receiptNo);
  }

  #direct(): Transport {
    const carry = <T>(kind: string, who: Who, work: Work<T>, sentBytes?: number) =>
      this.#carry(kind, who, work, sentBytes);
    const self: Who = { token: `token-${this.#account.id}`, epoch: null };
    return {
      capabilities: () =>
        carry('capabilities', self, async (network) =>
          ok({
            api: 1,
            epoch: network.epoch,
            schema: { min: 1, max: schema },
            network: 'training' as const,
            templates: [],
            limits,
            encodings: [],
            uploads: [],
            retentionDays: { texts: 30, tombstones: 180 },
            serverTime: new Date(network.now()).toISOString(),
          }),
        ),
      // What comes of forms is tested against the real server.
      template: () => Promise.resolve(failed('not-found')),
      openSession: () => {
        const { id, name } = this.#account;
        return carry('session', self, async () => ok({ token: `token-${id}`, account: { id, name } }));
      },
      changes: (who, since, wait) => {
        if (wait !== undefined) {
          // The waiting is cut off from here; what it is for is tested against the real server.
          return new Promise((resolve) => wait.abort.onAbort(() => resolve(failed('connection'))));
        }
        return carry('changes', who, (network, account) =>
          changesSince(network, account, { since: since ?? undefined, limit: pageLimit, schema }),
        );
      },
      document: (who, id) => carry('document', who, (network, account) => documentNow(network, account, id)),
      mutations: (who, elements, since) => {
        this.#remember(who.clientId, elements);
        const muts = elements.map((body) => elementSchema.parse(JSON.parse(body)));
        this.#trace.counts.ops += muts.reduce((total, { ops }) => total + ops.length, 0);
        return carry(
          'mutations',
          who,
          (network, account) =>
            applyMutations(network, account, who.clientId, schema, {
              muts,
              ...(since === null ? {} : { since }),
            }),
          elements.join('').length / 3,
        );
      },
      submit: (who, id, body) =>
        carry('submit', who, async (network, account): Promise<Result<Receipt, Problem>> => {
          const answer = await submit(network, account, id, submissionBodySchema.parse(body));
          if (answer.kind === 'refused') return err(answer.problem);
          const receipt = JSON.parse(answer.json) as Receipt;
          this.#rememberReceipt(receipt, network.epoch);
          return ok(receipt);
        }),
      cancelSubmission: (who, id) =>
        carry('cancel', who, (network, account) => cancelSubmission(network, account, id)),
      submitted: (who, id, round) =>
        carry('submitted', who, (network, account) => submittedRound(network, account, id, round)),
      comment: (who, body) => carry('comment', who, (network, account) => putComment(network, account, body)),
      deleteDocument: (who, id) =>
        carry('delete', who, (network, account) => deleteDocument(network, account, id)),
      invite: (who, id, body) =>
        carry('invite', who, (network, account) => invite(network, account, id, body)),
      setMember: (who, id, member, role) =>
        carry('role', who, (network, account) => setMember(network, account, id, member, role)),
      removeMember: (who, id, member) =>
        carry('remove', who, (network, account) => removeMember(network, account, id, member)),
      hasFile: (who, sha256) =>
        carry('has-file', who, async (network) => ok((await network.blobs.missing([sha256])).length === 0)),
      createUpload: (who, { sha256, sizeBytes }) =>
        carry('upload', who, async () => {
          const path = `/v1/uploads/${this.#uploads.size}`;
          this.#uploads.set(path, { sha256, sizeBytes, bytes: new Uint8Array() });
          return ok(path);
        }),
      uploadOffset: (who, path) =>
        carry('offset', who, async () => {
          const upload = this.#uploads.get(path);
          return upload === undefined ? err(asProblem('not-found', 404)) : ok(upload.bytes.length);
        }),
      uploadChunk: (who, path, offset, bytes) =>
        carry('chunk', who, async (network) => {
          const upload = this.#uploads.get(path);
          if (upload === undefined) return err(asProblem('not-found', 404));
          if (offset !== upload.bytes.length) return err(asProblem('malformed', 409));
          upload.bytes = Uint8Array.from([...upload.bytes, ...bytes]);
          if (upload.bytes.length === upload.sizeBytes) {
            this.#uploads.delete(path);
            if (!(await network.blobs.put(upload.sha256, upload.bytes))) {
              return err(asProblem('checksum-mismatch', 460));
            }
          }
          return ok(upload.bytes.length);
        }),
      fileBytes: () => Promise.resolve(failed('not-found')),
    };
  }
}

const asProblem = (code: Problem['code'], status: number): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
});
