import type { ClientId, DocId } from '#shared/domain/ids.ts';
import { canEdit, type canHandOver, type Role } from '#shared/domain/review.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { problem } from './problem.ts';
import type { ReadRows } from './store.ts';

/** Who speaks in a request: `person`, whose words they are, and who brought them where that is somebody else. */
export type Speaker = {
  readonly person: Account;
  /** null where the person sends for themselves. */
  readonly sentBy: Account | null;
};

const refusal = (detail: string): Result<never, Problem> => err(problem('not-on-behalf', detail));

/** The speaker of a request (OB1); the person that `On-Behalf-Of` names must have an account. */
export const speakerOf = async (
  rows: ReadRows,
  sender: Account,
  onBehalfOf: string | null,
): Promise<Result<Speaker, Problem>> => {
  if (onBehalfOf === null || onBehalfOf === sender.id) return ok({ person: sender, sentBy: null });
  const person = await rows.account(onBehalfOf);
  return person === undefined ? refusal('no such account') : ok({ person, sentBy: sender });
};

/**
 * Why somebody may not send for another (OB2, OB3); undefined where they may. Asked before anything is decided, so that
 * no n and no id of the other's is used up by it.
 */
export const whyNotForAnother = async (
  rows: ReadRows,
  { person, sentBy }: Speaker,
  docs: readonly DocId[],
  /** `client`: under whose id elements come; null for a submission. */
  { client, may }: { readonly client: ClientId | string | null; readonly may: typeof canHandOver },
): Promise<Problem | undefined> => {
  if (sentBy === null) return undefined;
  const known = new Set((await rows.documents(docs)).map(({ id }) => id));
  const roleIn = async (account: Account): Promise<ReadonlyMap<DocId, Role | null>> =>
    new Map((await rows.memberships(account.id, docs)).map(({ doc, role }) => [doc, role]));
  const [senders, persons] = [await roleIn(sentBy), await roleIn(person)];
  const acks = client === null ? [] : await rows.acks(client, docs);
  for (const doc of docs) {
    const [bringing, speaking] = [senders.get(doc) ?? null, persons.get(doc) ?? null];
    if (!known.has(doc)) {
      // Nobody is a member of what does not exist yet: a colleague of the same organization may bring it.
      if (person.realm !== sentBy.realm) return problem('not-on-behalf', `${doc}: another organization`);
      continue;
    }
    if (bringing === null || !canEdit(bringing))
      return problem('not-on-behalf', `${doc}: not an editor of it`);
    if (speaking === null || !may(speaking)) {
      return problem('not-on-behalf', `${doc}: the person named may not do this`);
    }
  }
  const foreign = acks.find(({ account }) => account !== null && account !== person.id);
  return foreign && problem('not-on-behalf', `${foreign.doc}: another person's laptop`);
};
