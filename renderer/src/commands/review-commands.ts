import { type CommentId, makeCommentId, makeInvitationId } from '#shared/domain/ids.ts';
import { longestComment, longestQuote } from '#shared/domain/review.ts';
import { err, ok } from '#shared/result.ts';
import { addComment } from '#shared/sync/comments.ts';
import { addMemberStep, dropMemberStep } from '#shared/sync/members.ts';
import { takeBack } from '#shared/sync/submission.ts';
import type { AppCore } from './app-core.ts';
import type { Commands } from './commands.ts';
import { tryStore } from './explain-failure.ts';
import { submitDocument } from './submit-document.ts';

/** Submitting, and what is said and who works between the rounds. */
export const reviewCommands = (core: AppCore) => {
  const { now, random } = core.parts;
  return {
    submit: async (id) => {
      const unsaved = await core.unsaved(id);
      return unsaved ? err(unsaved) : submitDocument(core.space, core.resources, id, core.parts);
    },
    takeBack: async (id) => {
      const { documents, sync } = core.space;
      const written = await tryStore(() => documents.update(id, (state) => state && takeBack(state)));
      if (!written.ok) return written;
      sync?.wake();
      return ok(written.value?.submission ? 'asked' : 'taken');
    },
    comment: (id, { path, quote, thread, text, resolves }) => {
      const at = now();
      const comment = {
        id: makeCommentId(at, random),
        path,
        quote: quote === null ? null : quote.slice(0, longestQuote),
        replyTo: thread as CommentId | null,
        text: text.trim().slice(0, longestComment).toWellFormed(),
        resolves,
      };
      return core.step(id, (state) => addComment(state, { ...comment, round: state.round }, at));
    },
    changeMembers: (id, change) => {
      const step = makeInvitationId(now(), random);
      return core.step(id, (state) => addMemberStep(state, { ...change, id: step }));
    },
    forgetMemberStep: (id, step) => core.step(id, (state) => dropMemberStep(state, step)),
  } satisfies Partial<Commands>;
};
