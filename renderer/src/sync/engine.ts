import type { Attachment } from '#shared/domain/attachment.ts';
import type { CivilDay } from '#shared/domain/civil-day.ts';
import type { Failure } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { pauseMs } from '#shared/sync/backoff.ts';
import type { CarriedQueue } from './carried-queue.ts';
import { Connection, type ConnectionParts, done, failure, type Step } from './connection.ts';
import { tellDeletions } from './deletions.ts';
import { fetchSubmitted } from './fetch-submitted.ts';
import { fetchTemplates } from './fetch-templates.ts';
import type { RequestFailure, SyncLock, SyncRecord, TemplateStore } from './ports.ts';
import { pull, readUnread, resync } from './pull.ts';
import { push } from './push.ts';
import { RemovalGuard } from './removal-guard.ts';
import { sendCarriedElements, sendCarriedSubmissions } from './send-carried.ts';
import { sendComments } from './send-comments.ts';
import { sendMemberSteps } from './send-member-steps.ts';
import { submitAll } from './submit.ts';
import type { SyncState } from './sync-state.ts';
import { downloadFile, type UploadProgress, uploadFiles } from './upload.ts';
import { Waiting } from './waiting.ts';

/** Least time between two cycles that somebody asked for. */
const leastGapMs = 2_000;
/** After an edit was saved, so that a sentence travels as one change. */
const afterEditMs = 1_500;
/** The longest pause after a failure while somebody is at the laptop. */
const nudgedMs = 10_000;
/** How often a quiet laptop asks what others changed, where it cannot wait for it. */
const idlePollMs = 60_000;
/** How often one asks that waits for news, in case the waiting is cut off unseen. */
const waitingPollMs = 600_000;
/** How often a laptop that stays connected hears what the Network tells of itself: meetings, new forms. */
const greetEveryMs = 3_600_000;

export type EngineParts = Omit<ConnectionParts, 'consent'> & {
  /** The named failure behind an error that the store threw. */
  readonly explain: (error: unknown) => Failure;
  /** What others handed over to be sent from here; absent where nothing can be. */
  readonly carried?: CarriedQueue;
  /** Where forms of the Network go; absent where none are taken. */
  readonly templates?: TemplateStore;
};

/** How many documents wait for the person: refused by the Network, or with two versions. */
export type CountAttention = () => Promise<number>;

/**
 * Keeps a space and its Network in step: push, pull, submit, then wait.
 *
 *     connecting ─→ sending ─→ up-to-date │ needs-attention ─→ (edit, wake, poll) ─→ …
 *          └──────────┴──→ offline ─→ (pause with jitter, wake, "send now") ─→ connecting
 *
 * Never gives up and never drops anything; no state of it is kept, so a crash leaves no lock behind.
 */
export class SyncEngine {
  readonly #parts: EngineParts;
  readonly #lock: SyncLock;
  readonly #countAttention: CountAttention;
  readonly #listeners = new Set<() => void>();
  readonly #guard = new RemovalGuard();
  readonly #waiting: Waiting;
  #upload: UploadProgress | null = null;
  #meetings: readonly CivilDay[] = [];
  #state: SyncState = { state: 'connecting' };
  #tries = 0;
  #greetedAtMs = Number.NEGATIVE_INFINITY;
  #isRunning = false;
  #askedAgain = false;
  #mustReadAnew = false;
  #isUnfinished = false;
  #isStopped = true;
  #lastEndMs = Number.NEGATIVE_INFINITY;
  #cancelTimer: () => void = () => {};
  #plannedMs = Number.POSITIVE_INFINITY;

  constructor(parts: EngineParts, lock: SyncLock, countAttention: CountAttention) {
    this.#parts = parts;
    this.#lock = lock;
    this.#countAttention = countAttention;
    this.#waiting = new Waiting(parts, () => this.#schedule(0));
  }

  getSnapshot = (): SyncState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#show({ state: 'connecting' });
    this.#schedule(0);
  }

  /** Finishes what is on the wire and asks nothing more. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting.end();
    this.#cancelTimer();
    this.#plannedMs = Number.POSITIVE_INFINITY;
    this.#show({ state: 'paused' });
  }

  /** Something was saved that the Network does not have. Does not shorten a pause after a failure. */
  noteEdit(): void {
    if (this.#tries === 0) this.#schedule(afterEditMs);
  }

  /** Online, resumed, "Send now": tries at once, but not more often than every two seconds. */
  wake(): void {
    const sinceLastMs = this.#parts.clock.now() - this.#lastEndMs;
    // The laptop's clock may have been set back meanwhile; a jump must not become a wait.
    this.#schedule(Math.min(leastGapMs, Math.max(0, leastGapMs - sinceLastMs)));
  }

  /** Somebody is at the laptop: nobody who looks at it should wait minutes for the next try. */
  nudge(): void {
    if (this.#state.state === 'offline') this.#schedule(nudgedMs);
  }

  /** The system says that there is no link: shown at once, and tried again as after a failure. */
  lost(): void {
    if (this.#isStopped || this.#isRunning || this.#state.state === 'offline') return;
    this.#retryLater(failure('offline'));
  }

  /** Whose documents these are at the Network; null before the first sign-in. */
  async ownAccount(): Promise<string | null> {
    return (await this.#parts.store.record()).account;
  }

  /** Under which name and in which Network this laptop counts its elements. */
  async identity(): Promise<Pick<SyncRecord, 'account' | 'clientId' | 'epoch'>> {
    const { account, clientId, epoch } = await this.#parts.store.record();
    return { account, clientId, epoch };
  }

  /** How far the file that is being sent has come; null while none is. */
  getUpload = (): UploadProgress | null => this.#upload;

  /** Days of the Steering Committee's meetings, as the Network told them last; the same list until it tells another. */
  getMeetings = (): readonly CivilDay[] => this.#meetings;

  /** Fetches a file that another laptop added, between two cycles. */
  async fetchFile(
    file: Omit<Attachment, 'name'>,
    hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
  ): Promise<Result<void, Failure>> {
    this.#waiting.end();
    const step = await this.#lock
      .hold(async () => {
        const connection = await Connection.open({ ...this.#parts, consent: this.#guard.consent });
        return downloadFile(connection, file, hash, () => undefined);
      })
      .catch((error): Step => err({ ...failure('store-unopenable'), failure: this.#parts.explain(error) }));
    this.wake();
    return step.ok ? step : err(step.error.failure);
  }

  /** The person lets the documents go that the engine asked about. */
  allowRemoval(): void {
    this.#guard.allow();
    this.#schedule(0);
  }

  /** The feed is read from its beginning: what is on this laptop may be older than where it stands in the feed. */
  readAnew(): void {
    this.#mustReadAnew = true;
    this.wake();
  }

  /** Runs after the given time or sooner, if something shorter was planned already. */
  #schedule(delayMs: number): void {
    if (this.#isStopped) return;
    if (this.#isRunning) {
      this.#askedAgain = true;
      return;
    }
    // By how long was planned, not by when: the clock may have been set meanwhile, and a jump of it must
    // neither hold up the next try nor bring it forward.
    if (delayMs >= this.#plannedMs) return;
    this.#cancelTimer();
    this.#plannedMs = delayMs;
    this.#cancelTimer = this.#parts.clock.after(delayMs, () => void this.#run());
  }

  async #run(): Promise<void> {
    this.#plannedMs = Number.POSITIVE_INFINITY;
    this.#isRunning = true;
    this.#waiting.end();
    this.#guard.begin();
    // A full or broken store stops a cycle as a bad link does: said in words, and tried again.
    const step = await this.#lock
      .hold(() => this.#cycle())
      .catch((error) => err({ ...failure('store-unopenable'), failure: this.#parts.explain(error) }));
    this.#lastEndMs = this.#parts.clock.now();
    this.#isRunning = false;
    if (this.#isStopped) return this.#show({ state: 'paused' });
    if (step.ok) await this.#rest();
    else if (step.error.failure.code === 'would-remove-many') this.#show(this.#guard.question());
    else this.#retryLater(step.error);
  }

  async #cycle(): Promise<Step> {
    const connection = await Connection.open({ ...this.#parts, consent: this.#guard.consent });
    this.#hear(connection.meetings);
    if (this.#mustReadAnew) {
      // Asked for again while this is written, it is done again.
      this.#mustReadAnew = false;
      await connection.moveCursor(null);
    }
    // The clock may have been set, forwards or back: then it is greeted once more, and no harm done.
    if (Math.abs(this.#parts.clock.now() - this.#greetedAtMs) >= greetEveryMs) {
      const greeted = await connection.greet();
      if (!greeted.ok) return this.#afterEpoch(connection, greeted);
      this.#greetedAtMs = this.#parts.clock.now();
      this.#hear(connection.meetings);
      const read = await readUnread(connection);
      if (!read.ok) return this.#afterEpoch(connection, read);
    }
    const step = await this.#exchange(connection);
    return step.ok ? step : this.#afterEpoch(connection, step);
  }

  #hear(meetings: readonly CivilDay[]): void {
    if (meetings.join() === this.#meetings.join()) return;
    this.#meetings = meetings;
    this.#tell();
  }

  /** What one cycle says and asks, in the order of CL6. */
  async #exchange(connection: Connection): Promise<Step> {
    const deleted = await tellDeletions(connection);
    if (!deleted.ok) return deleted;
    const brought = await this.#carry(connection, sendCarriedElements);
    if (!brought.ok) return brought;
    const pushed = await push(connection, (sent, total) => {
      if (!this.#isStopped) this.#show({ state: 'sending', done: sent, total });
      return !this.#isStopped;
    });
    if (!pushed.ok) return pushed;
    if (this.#isStopped) return done;
    this.#isUnfinished = pushed.value.exhausted;
    if (!pushed.value.pulled) {
      const pulled = await pull(connection);
      if (!pulled.ok) return pulled;
    }
    const steps = [
      sendComments,
      submitAll,
      this.#submitCarried,
      sendMemberSteps,
      fetchSubmitted,
      this.#fetchTemplates,
    ];
    for (const step of steps) {
      if (this.#isStopped) return done;
      const taken = await step(connection);
      if (!taken.ok) return taken;
    }
    return this.#sendFiles(connection);
  }

  /** Files, when nothing else waits; then the submissions that waited for them. */
  async #sendFiles(connection: Connection): Promise<Step> {
    const uploaded = await uploadFiles(connection, {
      shouldYield: () => this.#isStopped || this.#askedAgain,
      progress: (upload) => {
        this.#upload = upload;
        this.#tell();
      },
    });
    this.#upload = null;
    if (!uploaded.ok) return uploaded;
    if (uploaded.value.gaveWay) this.#isUnfinished = true;
    if (uploaded.value.sent === 0) return done;
    const submitted = await submitAll(connection);
    return submitted.ok ? this.#submitCarried(connection) : submitted;
  }

  #submitCarried = (connection: Connection): Promise<Step> => this.#carry(connection, sendCarriedSubmissions);

  #fetchTemplates = async (connection: Connection): Promise<Step> => {
    const { templates } = this.#parts;
    return templates === undefined ? done : fetchTemplates(connection, templates);
  };

  /** What others handed over to be sent from here, where there can be such. */
  async #carry(
    connection: Connection,
    send: (connection: Connection, queue: CarriedQueue) => Promise<Step>,
  ): Promise<Step> {
    const { carried } = this.#parts;
    return carried === undefined ? done : send(connection, carried);
  }

  /** Another epoch: reads everything anew, and lets the next cycle send what is missing there. */
  async #afterEpoch(connection: Connection, step: Extract<Step<unknown>, { ok: false }>): Promise<Step> {
    if (step.error.failure.code !== 'epoch-changed') return step;
    const resynced = await resync(connection);
    if (!resynced.ok) return resynced;
    this.#isUnfinished = true;
    return done;
  }

  async #rest(): Promise<void> {
    this.#tries = 0;
    const isUnfinished = this.#isUnfinished;
    const again = isUnfinished || this.#askedAgain;
    this.#isUnfinished = false;
    this.#askedAgain = false;
    const at = this.#parts.clock.now();
    const count = await this.#countAttention();
    // While more waits than one cycle takes, it is not up to date and must not say so.
    if (isUnfinished) this.#show({ state: 'connecting' });
    else this.#show(count > 0 ? { state: 'needs-attention', at, count } : { state: 'up-to-date', at });
    if (again) return this.#schedule(leastGapMs);
    const isWaiting = await this.#waiting.begin();
    this.#schedule(isWaiting ? waitingPollMs : idlePollMs);
  }

  #retryLater(error: RequestFailure): void {
    this.#tries += 1;
    this.#greetedAtMs = Number.NEGATIVE_INFINITY;
    const waitMs = pauseMs(this.#tries, this.#parts.random.roll(), error.retryAfterMs ?? undefined);
    // Somebody asked while this try was failing: the link may be back already.
    const delayMs = this.#askedAgain ? leastGapMs : Math.max(waitMs, leastGapMs);
    this.#askedAgain = false;
    const nextTryAt = this.#parts.clock.now() + delayMs;
    this.#show({ state: 'offline', failure: error.failure, tries: this.#tries, nextTryAt });
    this.#schedule(delayMs);
  }

  #show(state: SyncState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
