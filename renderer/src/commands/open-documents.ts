import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import type { DocumentSession } from './document-session.ts';
import { ExternalStore } from './external-store.ts';

/** The documents that are open on the screens, each with one session however many rooms show it. */
export class OpenDocuments {
  readonly sessions = new ExternalStore<readonly DocumentSession[]>([]);
  /** How many rooms show an open document. */
  readonly #holders = new Map<DocumentSession, number>();

  /** The session of a document, for one more room; undefined where it is not open. */
  share(id: DocId): DocumentSession | undefined {
    const session = this.#find(id);
    if (session !== undefined) this.#holders.set(session, (this.#holders.get(session) ?? 0) + 1);
    return session;
  }

  /** Takes in a session for its first room. */
  add(session: DocumentSession): DocumentSession {
    this.#holders.set(session, 1);
    this.sessions.set([...this.sessions.get(), session]);
    return session;
  }

  /** A room lets go. A document that could not be saved stays open and goes on trying. */
  async release(session: DocumentSession): Promise<void> {
    this.#holders.set(session, (this.#holders.get(session) ?? 1) - 1);
    await session.flush();
    const isHeld = (this.#holders.get(session) ?? 0) > 0;
    if (isHeld || session.getSnapshot().save.state !== 'saved') return;
    this.#holders.delete(session);
    this.sessions.set(this.sessions.get().filter((other) => other !== session));
    await session.close();
  }

  /** Writes what any session still holds back; the first failure to save, or null when all is durable. */
  async flush(): Promise<Failure | null> {
    await Promise.all(this.sessions.get().map((session) => session.flush()));
    return this.sessions.get().flatMap((session) => this.failureOf(session.id) ?? [])[0] ?? null;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.sessions.get().map((session) => session.close()));
    this.sessions.set([]);
    this.#holders.clear();
  }

  /** Why what is on the screen is not on the disk; null when it is. */
  failureOf(id: DocId): Failure | null {
    const save = this.#find(id)?.getSnapshot().save;
    return save?.state === 'failed' ? save.failure : null;
  }

  /** A document with what is on the screen, saved or not: a copy is what one makes when saving fails. */
  asShown(state: DocumentState): DocumentState {
    const session = this.#find(state.id);
    return session ? { ...state, local: session.getSnapshot().values } : state;
  }

  #find(id: DocId): DocumentSession | undefined {
    return this.sessions.get().find((session) => session.id === id);
  }
}
