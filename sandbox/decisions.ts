import { createHash } from 'node:crypto';
import type { ServerStage } from '#shared/domain/document.ts';
import type { CommentId, DocId } from '#shared/domain/ids.ts';
import type { Verdict, Voice } from '#shared/domain/review.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import type { DecisionAnswer, DecisionBody, Problem } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { writeComment } from './comments.ts';
import { takeDocument, tellDocument } from './document-change.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';

/** What may follow which stage (RE3). */
const following: Readonly<Partial<Record<ServerStage, readonly Verdict[]>>> = {
  submitted: ['in-review', 'returned', 'accepted', 'declined'],
  'in-review': ['returned', 'accepted', 'declined'],
  accepted: ['published'],
};

/** The verdicts that an account may give on a document that stands in `stage`. */
export const possibleVerdicts = (account: Account, stage: ServerStage): readonly Verdict[] => {
  if (account.role !== 'reviewer' && account.role !== 'secretariat') return [];
  return (following[stage] ?? []).filter(
    (verdict) => verdict !== 'published' || account.role === 'secretariat',
  );
};

const hashOf = (body: DecisionBody): string =>
  createHash('sha256')
    .update(canonicalJson(body as Json))
    .digest('hex');

/** The id of the comment that carries the note of a decision: the same at every repeat. */
const noteId = (decision: string): CommentId => {
  const hex = createHash('sha256').update(`note ${decision}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as CommentId;
};

/** `PUT /v1/decisions/{id}`: the Network decides about the round that it received; once per id. */
export const decide = (
  network: Network,
  account: Account,
  id: string,
  body: DecisionBody,
): Promise<Result<DecisionAnswer, Problem>> =>
  network.store.transaction(async (rows) => {
    if (account.role !== 'reviewer' && account.role !== 'secretariat') {
      return err(problem('forbidden', 'only reviewers and the secretariat decide'));
    }
    const taken = await takeDocument(rows, body.doc as DocId);
    if (taken === undefined) return err(problem('not-found', `document ${body.doc}`));
    const known = await rows.decision(id);
    if (known !== undefined) {
      const isRepeat = known.account === account.id && known.bodyHash === hashOf(body);
      return isRepeat
        ? ok(JSON.parse(known.answer) as DecisionAnswer)
        : err(problem('submission-mismatch', `decision ${id}`));
    }
    const { document, seq } = taken;
    if (document.stage === 'draft') return err(problem('not-found', `document ${body.doc}`));
    if (body.round !== document.round || !(following[document.stage] ?? []).includes(body.verdict)) {
      return err(problem('wrong-round', `the document is ${document.stage} in round ${document.round}`));
    }
    if (!possibleVerdicts(account, document.stage).includes(body.verdict)) {
      return err(problem('forbidden', 'only the secretariat publishes'));
    }
    const round = body.verdict === 'returned' ? document.round + 1 : document.round;
    const stage: ServerStage = body.verdict;
    await tellDocument(rows, { ...document, stage, round }, seq);
    const text = body.note.trim();
    if (text !== '') {
      const author = { account: account.id, name: account.name, voice: account.role as Voice };
      const draft = {
        id: noteId(id),
        round: body.round,
        path: null,
        quote: null,
        replyTo: null,
        resolves: false,
      };
      await writeComment({ rows, network }, author, document, { ...draft, text }, seq);
    }
    const answer: DecisionAnswer = { doc: document.id, stage, round };
    await rows.saveDecision({
      id,
      account: account.id,
      bodyHash: hashOf(body),
      answer: JSON.stringify(answer),
    });
    return ok(answer);
  });
