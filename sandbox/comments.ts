import type { DocId } from '#shared/domain/ids.ts';
import type { Comment, CommentDraft, Voice } from '#shared/domain/review.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { CommentBody, Problem } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { takeDocument } from './document-change.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';
import type { ReadRows, Rows } from './store.ts';
import type { StoredDocument } from './stored-document.ts';

/** As whom an account speaks about a document; null where it may not. A draft is its members' alone (RE5). */
export const voiceOf = async (
  rows: ReadRows,
  account: Account,
  document: StoredDocument,
): Promise<Voice | null> => {
  const [membership] = await rows.memberships(account.id, [document.id]);
  if (membership !== undefined && membership.role !== null) return membership.role;
  const isOfNetwork = account.role === 'reviewer' || account.role === 'secretariat';
  return isOfNetwork && (await rows.receipts([document.id])).has(document.id)
    ? (account.role as Voice)
    : null;
};

/** Writes a comment and puts its document at the end of the feed, under `seq`. */
export const writeComment = async (
  { rows, network }: { readonly rows: Rows; readonly network: Network },
  author: Comment['author'],
  document: StoredDocument,
  draft: CommentDraft,
  seq: number,
): Promise<Comment> => {
  const comment: Comment = { ...draft, author, madeAt: new Date(network.now()).toISOString() };
  await rows.saveComment({ doc: document.id, comment, seq });
  await rows.moveInFeed(document.realm, [{ doc: document.id, seq }]);
  await rows.saveHead(document.realm, seq);
  return comment;
};

const isSame = (comment: Comment, draft: CommentDraft): boolean =>
  (['round', 'path', 'quote', 'replyTo', 'text', 'resolves'] as const).every(
    (part) => comment[part] === draft[part],
  );

const objection = async (
  rows: Rows,
  network: Network,
  document: StoredDocument,
  draft: CommentDraft,
): Promise<Problem | undefined> => {
  const template = network.templates.get(document.template);
  if (draft.path !== null && template !== undefined && fieldAt(template, draft.path) === undefined) {
    return problem('unknown-path', draft.path);
  }
  if (draft.text.trim() === '' && !draft.resolves)
    return problem('malformed', 'text: a comment says something');
  if (draft.replyTo === null) return undefined;
  const first = await rows.comment(draft.replyTo);
  return first === undefined || first.doc !== document.id || first.comment.replyTo !== null
    ? problem('malformed', 'replyTo: not a first comment of this document')
    : undefined;
};

/** `PUT /v1/comments/{id}`: the same again gets the same answer; another one under the id is refused. */
export const putComment = (
  network: Network,
  account: Account,
  { doc, comment: draft }: CommentBody,
): Promise<Result<Comment, Problem>> =>
  network.store.transaction(async (rows) => {
    const taken = await takeDocument(rows, doc as DocId);
    const voice = taken === undefined ? null : await voiceOf(rows, account, taken.document);
    if (taken === undefined || voice === null) return err(problem('not-found', `document ${doc}`));
    const { document, seq } = taken;
    const known = await rows.comment(draft.id);
    if (known !== undefined) {
      const isRepeat =
        known.doc === doc && known.comment.author.account === account.id && isSame(known.comment, draft);
      return isRepeat ? ok(known.comment) : err(problem('submission-mismatch', `comment ${draft.id}`));
    }
    if (document.isDeleted) return err(problem('document-deleted', doc));
    const why = await objection(rows, network, document, draft);
    if (why !== undefined) return err(why);
    const author = { account: account.id, name: account.name, voice };
    return ok(await writeComment({ rows, network }, author, document, draft, seq));
  });
