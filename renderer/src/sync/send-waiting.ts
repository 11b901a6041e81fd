import type { DocId } from '#shared/domain/ids.ts';
import type { Failure, FailureCode } from '#shared/errors.ts';
import type { DocumentState } from '#shared/sync/document-state.ts';
import { type Connection, done, type Step } from './connection.ts';

/** Something of a document that is sent apart from its fields, one by one and in order. */
export type Sendable<Item extends { readonly id: string }, Answer> = {
  /** What still has to go, in the order in which it was made. */
  readonly waiting: (state: DocumentState) => readonly Item[];
  readonly send: (connection: Connection, doc: DocId, item: Item) => Promise<Step<Answer>>;
  readonly taken: (state: DocumentState, item: Item, answer: Answer) => DocumentState;
  readonly refused: (state: DocumentState, item: Item, code: FailureCode) => DocumentState;
  /** Answers that this will always get. */
  readonly refusals: ReadonlySet<Failure['code']>;
};

/** Sends what waits of every document that the Network has. One that it stumbles over holds up no other document. */
export const sendWaiting = async <Item extends { readonly id: string }, Answer>(
  connection: Connection,
  { waiting, send, taken, refused, refusals }: Sendable<Item, Answer>,
): Promise<Step> => {
  const { store } = connection;
  for (const id of await store.pending()) {
    const tried = new Set<string>();
    for (;;) {
      // Read anew for each: what the person took back while the one before was on its way is not sent.
      const state = await store.read(id);
      if (state === undefined || state.rev === 0 || state.presence.at !== 'here') break;
      const item = waiting(state).find((one) => !tried.has(one.id));
      if (item === undefined) break;
      tried.add(item.id);
      const answer = await send(connection, id, item);
      if (answer.ok) {
        await store.update(id, (current) => current && taken(current, item, answer.value));
        continue;
      }
      const { failure, problem } = answer.error;
      if (problem === null) return answer;
      // The server stumbled: what follows in this document may hang on it, and waits with it for the next cycle.
      if (failure.code === 'internal') break;
      if (!refusals.has(failure.code)) return answer;
      await store.update(id, (current) => current && refused(current, item, failure.code));
    }
  }
  return done;
};
