import type { DocId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/review.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { InvitationBody, MembersAnswer, Problem } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { takeDocument, tellDocument } from './document-change.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import type { ReadRows, Rows } from './store.ts';
import type { StoredDocument } from './stored-document.ts';

const membersOf = async (rows: ReadRows, doc: DocId): Promise<MembersAnswer> => ({
  members: [...((await rows.members([doc])).get(doc) ?? [])],
});

type Changing = { readonly document: StoredDocument; readonly seq: number; readonly own: Role };

/** The document with its realm taken, where the account has a part in it. */
const take = async (rows: Rows, account: Account, doc: DocId): Promise<Result<Changing, Problem>> => {
  const taken = await takeDocument(rows, doc);
  const [membership] = await rows.memberships(account.id, [doc]);
  const own = membership?.role ?? null;
  if (taken === undefined || own === null) return err(problem('not-found', `document ${doc}`));
  if (taken.document.isDeleted) return err(problem('document-deleted', doc));
  return ok({ ...taken, own });
};

const change = async (
  rows: Rows,
  { document, seq }: Changing,
  account: string,
  role: Role | null,
): Promise<MembersAnswer> => {
  const [before] = await rows.memberships(account, [document.id]);
  // Another role is no joining: what was told stays told.
  const since = before !== undefined && before.role !== null && role !== null ? before.seq : seq;
  await rows.saveMembership({ doc: document.id, realm: document.realm, account, role, seq: since });
  await tellDocument(rows, document, seq);
  return membersOf(rows, document.id);
};

/** Whether taking this part away would leave the document without an author (ME3). */
const isLastAuthor = async (rows: ReadRows, doc: DocId, account: string): Promise<boolean> => {
  const { members } = await membersOf(rows, doc);
  const authors = members.filter(({ role, state }) => role === 'author' && state === 'member');
  return authors.length === 1 && authors[0]?.account === account;
};

/**
 * `PUT /v1/invitations/{id}`: asks a person by e-mail. Whom the Network knows is a member at once; another
 * becomes one with their first sign-in. Who is a member already stays what they are.
 */
export const invite = (
  network: Network,
  account: Account,
  id: string,
  { doc, email, role }: InvitationBody,
): Promise<Result<MembersAnswer, Problem>> =>
  network.store.transaction(async (rows) => {
    const taken = await take(rows, account, doc as DocId);
    if (!taken.ok) return taken;
    if (taken.value.own !== 'author' && taken.value.own !== 'coordinator') {
      return err(problem('forbidden', 'only authors and coordinators invite'));
    }
    const known = await rows.invitation(id);
    if (known !== undefined && (known.doc !== doc || known.email !== email || known.role !== role)) {
      return err(problem('submission-mismatch', `invitation ${id}`));
    }
    const person = await rows.accountByEmail(email);
    if (person !== undefined) {
      const [membership] = await rows.memberships(person.id, [doc as DocId]);
      if ((membership?.role ?? null) !== null) return ok(await membersOf(rows, doc as DocId));
      return ok(await change(rows, taken.value, person.id, role));
    }
    if (known === undefined) {
      // A newer invitation of the same person takes the place of the older one.
      for (const row of await rows.invitationsFor(email)) {
        if (row.doc === doc) await rows.removeInvitation(row.id);
      }
      await rows.saveInvitation({ id, doc: doc as DocId, email, role });
      await tellDocument(rows, taken.value.document, taken.value.seq);
    }
    return ok(await membersOf(rows, doc as DocId));
  });

/** `PUT /v1/docs/{id}/members/{account}`: an author gives a member another role. */
export const setMember = (
  network: Network,
  account: Account,
  doc: DocId,
  member: string,
  role: Role,
): Promise<Result<MembersAnswer, Problem>> =>
  network.store.transaction(async (rows) => {
    const taken = await take(rows, account, doc);
    if (!taken.ok) return taken;
    if (taken.value.own !== 'author') return err(problem('forbidden', 'only an author gives roles'));
    const [membership] = await rows.memberships(member, [doc]);
    if ((membership?.role ?? null) === null) return err(problem('no-such-account', member));
    if (membership?.role === role) return ok(await membersOf(rows, doc));
    if (role !== 'author' && (await isLastAuthor(rows, doc, member))) {
      return err(problem('forbidden', 'a document always has an author'));
    }
    return ok(await change(rows, taken.value, member, role));
  });

/** `DELETE /v1/docs/{id}/members/{account}`: an author takes somebody out, or a member leaves. */
export const removeMember = (
  network: Network,
  account: Account,
  doc: DocId,
  member: string,
): Promise<Result<MembersAnswer, Problem>> =>
  network.store.transaction(async (rows) => {
    const taken = await take(rows, account, doc);
    if (!taken.ok) return taken;
    if (taken.value.own !== 'author' && member !== account.id) {
      return err(problem('forbidden', 'only an author takes somebody out'));
    }
    const { members } = await membersOf(rows, doc);
    const known = members.find((one) => one.account === member);
    if (known?.state === 'invited') {
      for (const row of await rows.invitationsFor(known.email)) {
        if (row.doc === doc) await rows.removeInvitation(row.id);
      }
      await tellDocument(rows, taken.value.document, taken.value.seq);
      return ok(await membersOf(rows, doc));
    }
    if (known === undefined) return ok({ members });
    if (await isLastAuthor(rows, doc, member)) {
      return err(problem('forbidden', 'a document always has an author'));
    }
    return ok(await change(rows, taken.value, member, null));
  });

/** Makes an account a member of every document to which it was invited by e-mail. */
export const acceptInvitations = async (rows: Rows, account: Account): Promise<void> => {
  for (const { id, doc, role } of await rows.invitationsFor(account.email)) {
    const taken = await takeDocument(rows, doc);
    if (taken !== undefined && !taken.document.isDeleted) {
      await change(rows, { ...taken, own: role }, account.id, role);
    }
    await rows.removeInvitation(id);
  }
};
