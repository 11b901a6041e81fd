import type { MembershipRow } from '#sandbox/store.ts';
import type { StoredDocument } from '#sandbox/stored-document.ts';
import { isClosed } from '#shared/domain/document.ts';
import { type FieldMap, sameValue } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { canEdit } from '#shared/domain/review.ts';
import { liveFields } from '#shared/sync/base.ts';
import { waitingComments } from '#shared/sync/comments.ts';
import { type DocumentState, hasUnsent } from '#shared/sync/document-state.ts';
import { edit } from '#shared/sync/edit.ts';
import type { SimLaptop } from './sim-laptop.ts';
import type { World } from './world.ts';

/** Rounds in which everything that waits must have gone (quality.md, Reliability 2). */
const mostRounds = 50;
const roundMs = 20_000;

/** What the Network can refuse for good in a world in which everybody behaves. */
const fairRefusals = new Set([
  'forbidden',
  'document-closed',
  'document-deleted',
  'validation',
  'epoch-changed',
  'already-submitted',
  'stale-revision',
  'content-mismatch',
  'wrong-round',
  'not-found',
  'not-created',
  'cancelled',
  'submission-mismatch',
  // Of a form that the Network learns only now.
  'schema-unsupported',
]);

const documentsWaiting = (laptop: SimLaptop): readonly DocumentState[] =>
  [...laptop.store.documents.values()].filter((state) => {
    // What was still written while the Network closed the document stays on the laptop, and is said to.
    const isOver =
      isClosed(state.stage) &&
      state.submission === null &&
      state.outgoing === null &&
      waitingComments(state).length === 0;
    const isOpen = state.presence.at === 'here' && state.conflicts.length > 0;
    return !isOver && (hasUnsent(state) || isOpen);
  });

/** Everybody is online, nothing goes wrong, and people settle what waits for them. */
export const quiesce = async (world: World): Promise<boolean> => {
  world.server.crashNext = false;
  world.server.knowsNewForm = true;
  for (const laptop of world.laptops) {
    laptop.setWeather({ badness: 0, isOnline: true });
    laptop.restart();
  }
  let quietRounds = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    for (const laptop of world.laptops) {
      for (const state of [...laptop.store.documents.values()]) {
        if (state.attention !== null && !fairRefusals.has(state.attention.code)) {
          world.trace.violation(`[CL7] ${laptop.name}: ${state.id} was refused: ${state.attention.code}`);
        }
        // Somebody looks at what asks for attention.
        if (state.attention !== null && state.presence.at === 'here') {
          await laptop.store.update(state.id, (one) => one && edit(one, new Map(), laptop.now));
        }
        if (state.presence.at !== 'here') continue;
        for (const path of state.conflicts) {
          const now = await laptop.store.read(state.id);
          if (now?.conflicts.includes(path)) await world.settle(laptop, now, path, 'mine');
        }
      }
      if (laptop.engine.getSnapshot().state === 'asks') laptop.engine.allowRemoval();
      laptop.engine.wake();
    }
    await world.scheduler.pass(roundMs);
    const isQuiet = world.laptops.every(
      (laptop) => documentsWaiting(laptop).length === 0 && laptop.engine.getSnapshot().state === 'up-to-date',
    );
    // One more round after the last edit, so that it reaches those who asked before it was sent.
    quietRounds = isQuiet ? quietRounds + 1 : 0;
    if (quietRounds > 1) return true;
  }
  return false;
};

type Truth = {
  readonly document: StoredDocument;
  readonly fields: FieldMap;
  readonly memberships: ReadonlyMap<string, MembershipRow>;
  readonly receipt: string | undefined;
  readonly comments: ReadonlySet<string>;
};

const truthOf = (world: World, id: DocId): Promise<Truth | undefined> =>
  world.server.network.store.snapshot(async (rows) => {
    const [document] = await rows.documents([id]);
    if (document === undefined) return undefined;
    const memberships = new Map<string, MembershipRow>();
    for (const account of ['training', 'leila', 'tomas']) {
      const [row] = await rows.memberships(account, [id]);
      if (row) memberships.set(account, row);
    }
    const said = await rows.commentsBetween([{ doc: id, floor: 0 }], Number.MAX_SAFE_INTEGER);
    return {
      document,
      fields: await rows.liveFields(id),
      memberships,
      receipt: (await rows.receipts([id])).get(id),
      comments: new Set(said.map(({ comment }) => comment.id)),
    };
  });

const differences = (a: FieldMap, b: FieldMap): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => !sameValue(a[path], b[path]));

/** What is wrong with a laptop's state of a document, beside the Network's. */
const wrongAt = (
  world: World,
  laptop: SimLaptop,
  state: DocumentState | undefined,
  truth: Truth,
): string[] => {
  const { document, fields, memberships } = truth;
  const role = memberships.get(laptop.account.id)?.role ?? null;
  if (role === null || document.isDeleted) {
    // Whoever lost it keeps a copy; it must not look as if it were still shared.
    const looksShared = state?.presence.at === 'here' && state.rev > 0;
    return looksShared ? ['[FE5] is still here after it was lost'] : [];
  }
  if (state === undefined) return ['[FE3] is not there'];
  if (state.presence.at !== 'here') {
    return state.presence.at === 'bin' ? [] : ['[FE5] is gone, though it is shared'];
  }
  const wrong: string[] = [];
  const base = liveFields(state.base);
  for (const path of differences(base, fields)) wrong.push(`[FE2] ${path} is not the Network's`);
  if (state.rev !== document.rev) wrong.push(`[EL9] rev ${state.rev}, not ${document.rev}`);
  if (state.stage !== document.stage) wrong.push(`[RE3] stage ${state.stage}, not ${document.stage}`);
  if (state.round !== document.round) wrong.push(`[RE4] round ${state.round}, not ${document.round}`);
  if (state.role !== role) wrong.push(`[ME1] role ${state.role}, not ${role}`);
  const mayWrite = canEdit(role) && !isClosed(document.stage);
  if (mayWrite) {
    for (const path of differences(state.local, base)) wrong.push(`[CL7] ${path} was never sent`);
  }
  const isDisturbed = world.disturbed.has(document.id);
  if (truth.receipt !== undefined && !isDisturbed) {
    const { receiptNo } = JSON.parse(truth.receipt) as { receiptNo: string };
    if (state.receipt?.receiptNo !== receiptNo) wrong.push('[SU8] another receipt');
    if (state.submitted === null) wrong.push('[RE7] what was received is not known');
  }
  const told = state.members.flatMap(({ account, role: of, state: is }) =>
    is === 'member' ? `${account} ${of}` : [],
  );
  const parts = [...memberships].flatMap(([account, { role: of }]) =>
    of === null ? [] : `${account} ${of}`,
  );
  // Whoever began it alone is told of nobody.
  const isAlone = told.length === 0 && parts.length === 1;
  if (!isAlone && told.sort().join() !== parts.sort().join())
    wrong.push(`[ME2] ${told.join()} work on it, not ${parts.join()}`);
  const said = state.comments.map(({ comment }) => comment.id as string);
  if (new Set(said).size !== said.length) wrong.push('[RE1] a comment stands twice');
  for (const id of truth.comments) if (!said.includes(id)) wrong.push('[RE7] a comment is missing');
  const isLost = ({ isSent, comment }: DocumentState['comments'][number]) =>
    isSent && comment.author.account === laptop.account.id && !truth.comments.has(comment.id);
  if (state.comments.some(isLost)) wrong.push('[RE8] a comment is called sent, and is not there');
  if (!isDisturbed && said.length > truth.comments.size) wrong.push('[RE7] a comment was never sent');
  return wrong;
};

const countOf = (text: string, word: string): number =>
  text.split(/\s+/).filter((one) => one === word).length;

/** Everything that must hold when nothing moves any more. */
export const checkEnd = async (world: World): Promise<void> => {
  const { trace } = world;
  const texts = new Map<DocId, string>();
  for (const id of world.documents) {
    const truth = await truthOf(world, id);
    if (truth === undefined) continue;
    texts.set(id, String(truth.fields.description ?? ''));
    for (const laptop of world.laptops) {
      const state = await laptop.store.read(id);
      for (const what of wrongAt(world, laptop, state, truth))
        trace.violation(`${laptop.name}: ${id} ${what}`);
    }
  }
  for (const [word, doc] of world.words) {
    const text = texts.get(doc) ?? '';
    const count = countOf(text, word);
    if (count > 1 && !world.disturbed.has(doc) && !world.mayRepeat.has(doc))
      trace.violation(`[EL5] ${word} of ${doc} stands there ${count} times`);
    if (count > 0) continue;
    const isKept = world.laptops.some(({ store }) => {
      const state = store.documents.get(doc);
      return state !== undefined && countOf(String(state.local.description ?? ''), word) > 0;
    });
    if (!isKept) trace.violation(`[MG5] ${word} of ${doc} is lost`);
  }
  for (const [id, { doc, laptop }] of world.comments) {
    const state = await laptop.store.read(doc);
    const truth = await truthOf(world, doc);
    const isOut = state?.presence.at !== 'here' || truth === undefined || truth.document.isDeleted;
    if (isOut || world.disturbed.has(doc)) continue;
    if (!truth.comments.has(id) && !state.comments.some(({ comment }) => comment.id === id)) {
      trace.violation(`[RE7] comment ${id} of ${laptop.name} is lost`);
    }
  }
  const rounds = await world.server.network.store.snapshot(async (rows) => {
    const received: string[] = [];
    for (const id of world.documents) {
      for (let round = 1; round < 12; round += 1) {
        const row = await rows.received(id, round);
        if (row !== undefined) received.push(row.answer);
      }
    }
    return received;
  });
  trace.counts.submissions += rounds.length;
  const numbers = rounds.map((answer) => (JSON.parse(answer) as { receiptNo: string }).receiptNo);
  if (new Set(numbers).size !== numbers.length) trace.violation('[SU3] a receipt number was given twice');
};
