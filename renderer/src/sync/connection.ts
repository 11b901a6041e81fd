import type { CivilDay } from '#shared/domain/civil-day.ts';
import { type DocId, makeClientId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type {
  Answered,
  Clock,
  Credentials,
  FileStore,
  Random,
  RequestFailure,
  SyncRecord,
  SyncStore,
  Transport,
} from './ports.ts';

/** Outcome of one step of a cycle. */
export type Step<T = void> = Result<T, RequestFailure>;

export const done: Step = ok(undefined);

/** A failure that is ours to name, without an answer behind it. */
export const failure = (code: RequestFailure['failure']['code']): RequestFailure => ({
  failure: { code },
  problem: null,
  retryAfterMs: null,
  epoch: null,
});

/** Whether so many documents may go from this laptop; asks the person where it has to (CL4). */
export type Consent = (going: readonly DocId[], total: number) => boolean;

export type ConnectionParts = {
  readonly store: SyncStore;
  readonly transport: Transport;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly consent: Consent;
  /** Told of the documents whose elements are about to go on the wire. */
  readonly onFrozen?: (docs: readonly DocId[]) => void;
};

/** A space's conversation with its Network: who asks, how far it has read, and under which epoch. */
export class Connection {
  readonly store: SyncStore;
  readonly transport: Transport;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly onFrozen: (docs: readonly DocId[]) => void;
  /** Versions of forms that the Network named in this conversation, in its capabilities or with a document. */
  readonly templatesTold = new Set<TemplateRef>();
  #record: SyncRecord;
  #sentBytes = 0;
  readonly #consent: Consent;

  private constructor(parts: ConnectionParts, record: SyncRecord) {
    this.store = parts.store;
    this.transport = parts.transport;
    this.files = parts.files;
    this.clock = parts.clock;
    this.random = parts.random;
    this.onFrozen = parts.onFrozen ?? (() => {});
    this.#record = record;
    this.#consent = parts.consent;
  }

  /** Reads the record anew: another window may have written it since. */
  static async open(parts: ConnectionParts): Promise<Connection> {
    return new Connection(parts, await parts.store.record());
  }

  get cursor(): string | null {
    return this.#record.cursor;
  }

  /** Whose documents these are; null before the first sign-in. */
  get account(): string | null {
    return this.#record.account;
  }

  /** Bytes of the last body that was sent. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Documents that an earlier version could not read. */
  get unread(): readonly DocId[] {
    return this.#record.unread;
  }

  /** Days of the Steering Committee's meetings, as the Network told them last. */
  get meetings(): readonly CivilDay[] {
    return this.#record.meetings;
  }

  async forgetUnread(id: DocId): Promise<void> {
    await this.#save({ unread: this.#record.unread.filter((one) => one !== id) });
  }

  /** Whether these documents may go from this laptop now. */
  async mayRemove(going: readonly DocId[]): Promise<boolean> {
    return going.length === 0 || this.#consent(going, (await this.store.ids()).length);
  }

  /** `unread`: documents behind this cursor that could not be read. */
  async moveCursor(cursor: string | null, unread: readonly DocId[] = []): Promise<void> {
    const all = [...new Set([...this.#record.unread, ...unread])];
    if (cursor !== this.#record.cursor || unread.length > 0) await this.#save({ cursor, unread: all });
  }

  /** What was read to its end under another epoch is what this laptop stands on from now on. */
  async adopt(epoch: string, cursor: string | null, unread: readonly DocId[]): Promise<void> {
    await this.#save({ epoch, cursor, unread });
  }

  /** A new name for this laptop, so that n counts from 1 at a Network that has never heard of it. */
  async renameClient(): Promise<void> {
    await this.#save({ clientId: makeClientId(this.random.bytes), cursor: null, token: null });
  }

  /**
   * Asks with the credentials of the space. Signs in first where there is no token, and once more when
   * the Network no longer takes it. An answer of another epoch than the known one, refusals included, is
   * a failure `epoch-changed`: nothing in it may be used.
   */
  async ask<T>(request: (who: Credentials) => Promise<Answered<T>>): Promise<Step<T>> {
    return this.#ask(request, this.#record.epoch);
  }

  /** As `ask`, whatever the epoch. */
  async askAnyEpoch<T>(request: (who: Credentials) => Promise<Answered<T>>): Promise<Step<T>> {
    return this.#ask(request, null);
  }

  /** Says hello: whether the Network is there, and whether it is still the one that we know. */
  async greet(): Promise<Step> {
    const epoch = await this.currentEpoch();
    if (!epoch.ok) return epoch;
    if (this.#record.epoch === null) await this.#save({ epoch: epoch.value });
    return epoch.value === this.#record.epoch ? done : err(failure('epoch-changed'));
  }

  /** The epoch that the Network names now; what else it tells of itself is kept (VE8). */
  async currentEpoch(): Promise<Step<string>> {
    const answer = await this.transport.capabilities();
    if (!answer.ok) return answer;
    const { meetings, templates } = answer.value.value;
    for (const ref of templates) this.templatesTold.add(ref);
    if (meetings !== undefined && meetings.join() !== this.#record.meetings.join()) {
      await this.#save({ meetings });
    }
    return ok(answer.value.epoch);
  }

  async #ask<T>(request: (who: Credentials) => Promise<Answered<T>>, known: string | null): Promise<Step<T>> {
    if (this.#record.token === null || this.#record.account === null) {
      const signedIn = await this.#signIn();
      if (!signedIn.ok) return signedIn;
    }
    let answer = await request(this.#credentials(known));
    if (!answer.ok && answer.error.failure.code === 'token-expired') {
      const again = await this.#signIn();
      if (!again.ok) return again;
      answer = await request(this.#credentials(known));
    }
    if (answer.ok) this.#sentBytes = answer.value.sentBytes ?? 0;
    const epoch = answer.ok ? answer.value.epoch : answer.error.epoch;
    if (epoch !== null && known !== null && epoch !== known) return err(failure('epoch-changed'));
    return answer.ok ? ok(answer.value.value) : answer;
  }

  /** A refusal to sign in is about the person, never about a document: it carries no problem. */
  async #signIn(): Promise<Step> {
    const session = await this.transport.openSession(this.#record.clientId);
    if (!session.ok) return err({ ...session.error, problem: null });
    const { token, account } = session.value.value;
    await this.#save({ token, account: account.id });
    return done;
  }

  #credentials(epoch: string | null): Credentials {
    return { clientId: this.#record.clientId, token: this.#record.token, epoch };
  }

  async #save(change: Partial<SyncRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.store.saveRecord(this.#record);
  }
}
