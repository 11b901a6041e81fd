import { isClosed } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';
import { canEdit } from '#shared/domain/review.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { diffFields } from './diff.ts';
import type { DocumentState, Outgoing } from './document-state.ts';
import { type Element, type FieldState, limits, type Op, type Outcome } from './protocol.ts';
import { rebase, withNewer } from './rebase.ts';
import { withAppliedUpgrade } from './template-upgrade.ts';

/** Bytes of ops that one element carries at most, so that a batch always has room for one. */
const elementBytes = 200_000;

const opsThatFit = (ops: readonly Op[]): readonly Op[] => {
  let bytes = 0;
  const cut = ops.findIndex((op, index) => {
    bytes += utf8Bytes(JSON.stringify(op));
    return index > 0 && bytes > elementBytes;
  });
  return ops.slice(0, Math.min(cut < 0 ? ops.length : cut, limits.opsPerBatch));
};

/** What a document can ask attention for although its edits may go on: they were not what was refused. */
const passing: ReadonlySet<string> = new Set([
  'schema-unsupported',
  'epoch-changed',
  'already-submitted',
  'stale-revision',
  'content-mismatch',
]);

/** Whether the Network refused an element of this document; nothing more is sent until it is edited. */
const isHeldBack = ({ attention }: DocumentState): boolean =>
  attention !== null && !passing.has(attention.code);

/**
 * Freezes the next element, if there is something to send and nothing is on its way. From here on its
 * bytes never change; edits made meanwhile become the element after it.
 */
export const freeze = (state: DocumentState): DocumentState => {
  if (state.outgoing !== null || isHeldBack(state) || isClosed(state.stage)) return state;
  if (state.presence.at !== 'here' || !canEdit(state.role)) return state;
  const ops = opsThatFit(diffFields(state.base, state.local, state.conflicts));
  const { upgradedFrom } = state;
  if (ops.length === 0 && state.rev > 0 && upgradedFrom === null) return state;
  const n = state.lastN + 1;
  const element: Element = {
    doc: state.id,
    n,
    ...(state.rev === 0 ? { create: { kind: state.kind, template: upgradedFrom ?? state.template } } : {}),
    ...(upgradedFrom === null ? {} : { upgrade: state.template }),
    ops: [...ops],
  };
  const values = Object.fromEntries(ops.map((op) => [op.f, state.local[op.f] ?? null] as const));
  const outgoing: Outgoing = { n, body: canonicalJson(element as unknown as Json), values };
  return { ...state, outgoing };
};

const elementOf = ({ body }: Outgoing): Element => JSON.parse(body) as Element;

const applied = (state: DocumentState, outgoing: Outgoing, rev: number): DocumentState => {
  const fields = Object.entries(outgoing.values).map(([path, value]): readonly [FieldPath, FieldState] => [
    path,
    value === null ? { fr: rev, deleted: true } : { v: value as NonNullable<FieldState['v']>, fr: rev },
  ]);
  return {
    ...state,
    ...withAppliedUpgrade(state, elementOf(outgoing).upgrade),
    base: withNewer(state.base, Object.fromEntries(fields)),
    rev: Math.max(state.rev, rev),
    lastN: outgoing.n,
    outgoing: null,
    attention: state.attention?.code === 'schema-unsupported' ? null : state.attention,
  };
};

/**
 * What the Network answered for the element on its way. Answers for anything else change nothing.
 * A conflict or a rejection consumes n; what then remains to be said goes out as n + 1.
 */
export const acknowledge = (state: DocumentState, outcome: Outcome): DocumentState => {
  const { outgoing } = state;
  if (outgoing === null || outcome.n !== outgoing.n) return state;
  switch (outcome.outcome) {
    case 'applied':
      return applied(state, outgoing, outcome.rev);
    case 'conflict': {
      const rebased = rebase({ ...state, outgoing: null }, withNewer(state.base, outcome.fields));
      return { ...rebased, lastN: outgoing.n, rev: Math.max(state.rev, outcome.rev) };
    }
    case 'rejected': {
      const { code } = outcome.problem;
      // The Network has it, and this account has no part in it: it was set back to before that.
      if (code === 'forbidden' && state.rev === 0) {
        return {
          ...state,
          outgoing: null,
          lastN: outgoing.n,
          presence: { at: 'gone', since: state.savedAt, why: 'no-access' },
        };
      }
      // An unknown template does not use n up: the Network may learn it, and the element waits for that (EL4).
      if (code === 'schema-unsupported') return { ...state, attention: { code } };
      return { ...state, outgoing: null, lastN: outgoing.n, attention: { code } };
    }
    case 'duplicate':
      return { ...state, outgoing: null, lastN: outgoing.n };
    case 'gap':
      return { ...state, outgoing: null, lastN: outcome.expected - 1 };
  }
};

/** The revision at which each field of the element on its way was last seen. */
const seenBy = (outgoing: Outgoing): ReadonlyMap<FieldPath, number> =>
  new Map(elementOf(outgoing).ops.map(({ f, fr }) => [f, fr]));

/**
 * Whether the Network answers from an older state than the one that this laptop had seen when it froze the
 * element: a copy of its data was put back without a new epoch. Freezing again would go round in circles.
 * What was seen since says nothing: a repeat gets the outcome of its first time (EL5).
 */
export const isOlderNetwork = (state: DocumentState, outcome: Outcome): boolean => {
  if (outcome.outcome === 'gap') return outcome.expected <= state.lastN;
  if (outcome.outcome !== 'conflict' || state.outgoing?.n !== outcome.n) return false;
  const seen = seenBy(state.outgoing);
  return (
    [...seen.values()].some((fr) => outcome.rev < fr) ||
    Object.entries(outcome.fields).some(([path, field]) => field.fr < (seen.get(path) ?? 0))
  );
};
