import { createHash } from 'node:crypto';
import { decide } from '#sandbox/decisions.ts';
import { invite, removeMember, setMember } from '#sandbox/members.ts';
import { person } from '#sandbox/testing/builders.ts';
import { attachmentValues } from '#shared/domain/attachment.ts';
import { isClosed } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import {
  type DocId,
  makeCommentId,
  makeDocId,
  makeInvitationId,
  makeItemId,
  makeSubmissionId,
} from '#shared/domain/ids.ts';
import { listItems, pathsWithin } from '#shared/domain/list-items.ts';
import { canEdit, verdicts } from '#shared/domain/review.ts';
import { addComment } from '#shared/sync/comments.ts';
import { type DocumentState, type MemberStep, newDocument } from '#shared/sync/document-state.ts';
import { settleConflict } from '#shared/sync/edit.ts';
import { addMemberStep } from '#shared/sync/members.ts';
import { bin, putBack } from '#shared/sync/presence.ts';
import { canSubmit, requestSubmission, takeBack } from '#shared/sync/submission.ts';
import { upgradeTemplate } from '#shared/sync/template-upgrade.ts';
import { SeededRandom } from './random.ts';
import type { SimLaptop } from './sim-laptop.ts';
import { newForm, ServerCrash } from './sim-server.ts';
import type { World } from './world.ts';

/** What can happen, and how often. */
const frequencies = {
  'edit-text': 26,
  'delete-word': 6,
  'edit-title': 8,
  'edit-set': 8,
  'edit-list': 10,
  'add-file': 2,
  create: 7,
  submit: 6,
  'take-back': 2,
  comment: 6,
  settle: 6,
  decide: 6,
  member: 8,
  bin: 2,
  offline: 6,
  online: 7,
  'bad-link': 6,
  'good-link': 5,
  crash: 5,
  'remember-disk': 2,
  'old-disk': 1,
  clock: 3,
  'server-crash': 3,
  'back-up': 2,
  restore: 1,
  'forget-old': 8,
  'new-form': 1,
  wait: 12,
} as const;
export type ActionKind = keyof typeof frequencies;

/** One thing that happens. `dice` seeds everything that is left to chance in it, so that it can stand alone. */
export type Action = { readonly kind: ActionKind; readonly laptop: number; readonly dice: number };

const kinds = Object.keys(frequencies) as ActionKind[];
const total = kinds.reduce((sum, kind) => sum + frequencies[kind], 0);

/** The actions of a seed. */
export const actionsOf = (seed: number, steps: number, laptops: number): readonly Action[] => {
  const random = new SeededRandom(seed);
  return Array.from({ length: steps }, (): Action => {
    let at = random.below(total);
    const kind = kinds.find((one) => {
      at -= frequencies[one];
      return at < 0;
    });
    return { kind: kind ?? 'wait', laptop: random.below(laptops), dice: random.below(2 ** 31) };
  });
};

const isWritable = (state: DocumentState): boolean =>
  state.presence.at === 'here' && canEdit(state.role) && state.submission === null && !isClosed(state.stage);

const mostDocuments = 20;

type Doing = {
  readonly world: World;
  readonly laptop: SimLaptop;
  readonly random: SeededRandom;
};

/** A document of the laptop for which something holds. */
const some = (
  { laptop, random }: Doing,
  holds: (state: DocumentState) => boolean,
): DocumentState | undefined => random.pick([...laptop.store.documents.values()].filter(holds));

const write = (
  { laptop }: Doing,
  doc: DocId,
  changes: readonly (readonly [FieldPath, FieldValue | undefined])[],
): Promise<void> => laptop.write(doc, new Map(changes));

const wordsIn = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

const textOf = (state: DocumentState): string => String(state.local.description ?? '');

const handOver = async (laptop: SimLaptop, doc: DocId, random: SeededRandom): Promise<void> => {
  const id = makeSubmissionId(laptop.now, random.bytes);
  await laptop.store.update(doc, (one) =>
    one && canSubmit(one) ? requestSubmission(one, id, laptop.now) : one,
  );
  laptop.engine.wake();
};

const doers: Readonly<Record<ActionKind, (doing: Doing) => Promise<void>>> = {
  create: async (doing) => {
    const { world, laptop, random } = doing;
    if (world.documents.size >= mostDocuments) return;
    const id = makeDocId(laptop.now, random.bytes);
    world.documents.add(id);
    // Long ones travel as splices, short ones whole.
    const length = random.chance(0.4) ? 140 : 12;
    const text = Array.from({ length }, () => world.newWord(id, laptop)).join(' ');
    const values = { title: `Title ${world.documents.size}`, description: text, countries: ['KE'] };
    const state = newDocument(id, 'pledge', random.chance(0.15) ? newForm : 'pledge@1', values, laptop.now);
    await laptop.store.update(id, () => state);
    laptop.engine.noteEdit();
  },
  'edit-text': async (doing) => {
    const resting = some(doing, (one) => isWritable(one) && doing.laptop.shown.has(one.id));
    const state = (doing.random.chance(0.8) ? resting : undefined) ?? some(doing, isWritable);
    if (state === undefined) return;
    const shown = doing.laptop.shown.get(state.id);
    // The cursor rests in the text since the last edit: what came in meanwhile is not on the screen.
    const seen = shown !== undefined && doing.random.chance(0.6) ? shown : textOf(state);
    const words = [...wordsIn(seen)];
    const at = doing.random.below(words.length + 1);
    const written = Array.from({ length: 1 + doing.random.below(2) }, () =>
      doing.world.newWord(state.id, doing.laptop),
    );
    words.splice(at, 0, ...written);
    await doing.laptop.typeOn(state.id, 'description', {
      seen: seen === '' ? undefined : seen,
      value: words.join(' '),
    });
  },
  'delete-word': async (doing) => {
    const state = some(doing, (one) => isWritable(one) && wordsIn(textOf(one)).length > 10);
    if (state === undefined) return;
    const words = [...wordsIn(textOf(state))];
    const [gone] = words.splice(doing.random.below(words.length), 1);
    if (gone !== undefined) doing.world.wordRemoved(state.id, gone);
    await write(doing, state.id, [['description', words.join(' ')]]);
  },
  'edit-title': async (doing) => {
    const state = some(doing, isWritable);
    if (state) await write(doing, state.id, [['title', `Title ${doing.random.below(10_000)}`]]);
  },
  'edit-set': async (doing) => {
    const state = some(doing, isWritable);
    if (state === undefined) return;
    const codes = new Set((state.local.countries as readonly string[] | undefined) ?? []);
    const code = doing.random.pick(['KE', 'TZ', 'CL', 'MX', 'PE', 'TN', 'SN']) ?? 'KE';
    if (!codes.delete(code)) codes.add(code);
    await write(doing, state.id, [['countries', [...codes].sort()]]);
  },
  'edit-list': async (doing) => {
    const state = some(doing, isWritable);
    if (state === undefined) return;
    const items = listItems(state.local, 'participants');
    const item = doing.random.pick(items);
    const what = doing.random.below(4);
    if (item === undefined || what === 0) {
      const next = makeItemId(doing.random.bytes);
      await write(doing, state.id, [
        [`participants/${next}`, true],
        [`participants/${next}/pos`, `a${doing.random.below(1000)}`],
        [`participants/${next}/name`, `Name ${doing.random.below(1000)}`],
      ]);
    } else if (what === 1) {
      const paths = pathsWithin(state.local, `participants/${item}`);
      await write(
        doing,
        state.id,
        paths.map((path) => [path, undefined] as const),
      );
    } else if (what === 2) {
      await write(doing, state.id, [[`participants/${item}/pos`, `a${doing.random.below(1000)}`]]);
    } else {
      await write(doing, state.id, [[`participants/${item}/name`, `Name ${doing.random.below(1000)}`]]);
    }
  },
  'add-file': async (doing) => {
    const state = some(doing, isWritable);
    if (state === undefined) return;
    const bytes = Uint8Array.from(doing.random.bytes(200 + doing.random.below(100_000)));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { sha256, type: 'application/pdf', sizeBytes: bytes.length };
    await doing.laptop.files.keep(file, bytes);
    await write(doing, state.id, attachmentValues('letters', { ...file, name: 'letter.pdf' }));
  },
  submit: async (doing) => {
    const { world, laptop, random } = doing;
    const state = some(doing, canSubmit);
    if (state === undefined) return;
    await handOver(laptop, state.id, random);
    // Two people press the button in the same minute, each for what is on their own screen.
    const other = random.pick(world.laptops.filter((one) => one !== laptop));
    if (other && random.chance(0.3)) await handOver(other, state.id, random);
  },
  'take-back': async (doing) => {
    const state = some(doing, (one) => one.submission !== null);
    if (state === undefined) return;
    await doing.laptop.store.update(state.id, (one) => one && takeBack(one));
    doing.laptop.engine.wake();
  },
  comment: async (doing) => {
    const { laptop, random, world } = doing;
    const state = some(doing, (one) => one.presence.at === 'here' && one.rev > 0);
    if (state === undefined) return;
    const first = random.pick(state.comments.filter(({ comment }) => comment.replyTo === null));
    const id = makeCommentId(laptop.now, random.bytes);
    world.commentWritten(state.id, id, laptop);
    const comment = {
      id,
      round: state.round,
      path: random.pick(['title', 'description', null]) ?? null,
      quote: null,
      replyTo: random.chance(0.5) && first?.isSent ? first.comment.id : null,
      text: `Comment ${random.below(1000)}`,
      resolves: false,
    };
    await laptop.store.update(state.id, (one) => one && addComment(one, comment, laptop.now));
    laptop.engine.noteEdit();
  },
  settle: async (doing) => {
    const state = some(doing, (one) => one.conflicts.length > 0);
    const path = state && doing.random.pick(state.conflicts);
    if (state === undefined || path === undefined) return;
    await doing.world.settle(doing.laptop, state, path, doing.random.chance(0.5) ? 'mine' : 'theirs');
  },
  decide: async ({ world, random }) => {
    const { network } = world.server;
    const [queued] = [...(await network.store.snapshot((rows) => rows.queue()))].sort(
      () => random.roll() - 0.5,
    );
    if (queued === undefined) return;
    const verdict = random.pick(random.chance(0.5) ? (['returned'] as const) : verdicts) ?? 'returned';
    const id = makeCommentId(1, random.bytes);
    const { id: doc, round } = queued.document;
    await decide(network, person('secretariat'), id, { doc, round, verdict, note: '' }).catch(ignoreCrash);
  },
  member: async ({ world, laptop, random }) => {
    const { network } = world.server;
    const doc = random.pick([...world.documents]);
    const who = random.pick(['training', 'leila', 'tomas']) ?? 'leila';
    const by = person(random.pick(['training', 'leila', 'tomas']) ?? 'training');
    const role = random.pick(['author', 'editor', 'editor', 'reader', 'coordinator'] as const) ?? 'editor';
    if (doc === undefined) return;
    const what = random.below(5);
    if (random.chance(0.5)) {
      const id = makeInvitationId(1, random.bytes);
      const step: MemberStep =
        what === 0
          ? { id, what: 'remove', account: who }
          : what === 1
            ? { id, what: 'role', account: who, role }
            : { id, what: 'invite', email: person(who).email, role };
      await laptop.store.update(doc, (state) => state && addMemberStep(state, step));
      laptop.engine.noteEdit();
      return;
    }
    const done =
      what === 0
        ? removeMember(network, by, doc, who)
        : what === 1
          ? setMember(network, by, doc, who, role)
          : invite(network, by, makeCommentId(1, random.bytes), {
              doc,
              email: person(who).email,
              role,
            });
    await done.catch(ignoreCrash);
  },
  bin: async (doing) => {
    const { laptop } = doing;
    const state = some(doing, (one) => one.presence.at !== 'gone');
    if (state === undefined || doing.random.chance(0.5)) return;
    await laptop.store.update(
      state.id,
      (one) => one && (one.presence.at === 'bin' ? putBack(one, laptop.now) : bin(one, laptop.now)),
    );
    laptop.engine.noteEdit();
  },
  offline: async ({ laptop }) => laptop.setWeather({ ...laptop.weather, isOnline: false }),
  online: async ({ laptop }) => laptop.setWeather({ ...laptop.weather, isOnline: true }),
  'bad-link': async ({ laptop, random }) =>
    laptop.setWeather({ ...laptop.weather, badness: 0.2 + random.roll() * 0.6 }),
  'good-link': async ({ laptop }) => laptop.setWeather({ badness: 0, isOnline: true }),
  crash: async ({ laptop, random, world }) => {
    laptop.crash(random.below(6));
    await world.scheduler.pass(random.below(3_000));
    laptop.restart();
  },
  'remember-disk': ({ laptop }) => laptop.rememberDisk(),
  'old-disk': async ({ laptop, world }) => {
    if (!laptop.hasOldDisk) return;
    const before = await laptop.putOldDiskIn();
    await world.diskLost(laptop, before);
  },
  clock: async ({ laptop, random }) =>
    laptop.setClock((random.roll() - 0.5) * 20 * 365 * 24 * 60 * 60 * 1000),
  'server-crash': async ({ world }) => {
    world.server.crashNext = true;
  },
  'back-up': async ({ world }) => world.backUp(),
  restore: async ({ world }) => world.restore(),
  'new-form': async (doing) => {
    doing.world.server.knowsNewForm = true;
    const state = some(doing, (one) => isWritable(one) && one.template !== newForm);
    if (state === undefined) return;
    const { laptop } = doing;
    await laptop.store.update(state.id, (one) => one && upgradeTemplate(one, newForm, laptop.now));
    laptop.engine.noteEdit();
  },
  'forget-old': async ({ world }) => {
    // Within the retention an element is applied once (EL5); here the server forgets after a minute.
    for (const { store } of world.laptops) {
      for (const { id, outgoing } of store.documents.values()) if (outgoing !== null) world.mayRepeat.add(id);
    }
    const before = world.scheduler.nowMs - 60_000;
    await world.server.network.store
      .transaction((rows) => rows.prune({ texts: before, tombstones: before }))
      .catch(ignoreCrash);
  },
  wait: async ({ world, random }) => world.scheduler.pass(random.below(40_000)),
};

const ignoreCrash = (error: unknown): void => {
  if (!(error instanceof ServerCrash)) throw error;
};

/** Does one action, and lets a little time pass. */
export const act = async (world: World, action: Action): Promise<void> => {
  const laptop = world.laptops[action.laptop];
  if (laptop === undefined) return;
  const random = new SeededRandom(action.dice);
  laptop.throwDice(new SeededRandom(action.dice + 1));
  world.trace.event(action.kind, laptop.name);
  await doers[action.kind]({ world, laptop, random });
  await world.scheduler.pass(random.below(4_000));
};

/** A choice between two versions, as a person makes it. */
export const settleOn = (
  state: DocumentState,
  path: FieldPath,
  keep: 'mine' | 'theirs',
  now: number,
): DocumentState => settleConflict(state, path, keep, now);
