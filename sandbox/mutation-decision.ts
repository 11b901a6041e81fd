import { isClosed } from '#shared/domain/document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import {
  type FieldValue,
  isStorableText,
  maxSetMembers,
  maxTextBytes,
  normalValue,
  utf8Bytes,
} from '#shared/domain/field-value.ts';
import type { FindingCode } from '#shared/domain/finding.ts';
import { canEdit, type Role } from '#shared/domain/review.ts';
import type { Template, TemplateRef } from '#shared/domain/template.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';
import { isLaterVersion, isOfKind } from '#shared/domain/template-versions.ts';
import { problemAt } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import type { Element, Op, Outcome, Problem, ProblemCode, WireFinding } from '#shared/sync/protocol.ts';
import { applySplices, baseHash } from '#shared/sync/splice.ts';
import { problem } from './problem.ts';
import type { AckRow } from './store.ts';
import { fieldStateOf, type StoredDocument, type StoredField } from './stored-document.ts';

/** What the server has of one document, as far as an element concerns it. */
export type ElementGround = {
  readonly ack: Pick<AckRow, 'lastN' | 'hash' | 'outcome'> | undefined;
  readonly document: StoredDocument | undefined;
  /** What the sender may do with the document; null where they have no part in it. */
  readonly role: Role | null;
  readonly fields: ReadonlyMap<FieldPath, StoredField>;
};

export type Decision =
  /** Nothing is written; the same n may come again. */
  | { readonly kind: 'answer'; readonly outcome: Outcome }
  /** n is used up, the document stays as it is. */
  | { readonly kind: 'consume'; readonly outcome: Outcome }
  | {
      readonly kind: 'apply';
      readonly outcome: Outcome;
      readonly document: StoredDocument;
      readonly fields: ReadonlyMap<FieldPath, StoredField>;
    };

type Change =
  | { readonly ok: true; readonly v: StoredField['v'] }
  | { readonly ok: false; readonly detail: string };

const splice = (op: Extract<Op, { op: 'splice' }>, base: StoredField | undefined): Change => {
  if (typeof base?.v !== 'string') return { ok: false, detail: `${op.f} holds no text` };
  if (baseHash(base.v) !== op.h) return { ok: false, detail: `${op.f}: h is not the hash of the base` };
  const text = applySplices(base.v, op.s);
  if (text === undefined) return { ok: false, detail: `${op.f}: a splice does not fit the base` };
  if (!isStorableText(text) || utf8Bytes(text) > maxTextBytes) {
    return { ok: false, detail: `${op.f}: the resulting text cannot be kept` };
  }
  return { ok: true, v: text };
};

const members = (op: Extract<Op, { op: 'members' }>, base: StoredField | undefined): Change => {
  if (base?.v !== undefined && !Array.isArray(base.v)) return { ok: false, detail: `${op.f} holds no set` };
  const next = new Set<string>((base?.v as readonly string[] | undefined) ?? []);
  for (const member of op.remove) next.delete(member);
  for (const member of op.add) next.add(member);
  if (next.size > maxSetMembers) return { ok: false, detail: `${op.f}: more than ${maxSetMembers} members` };
  return { ok: true, v: normalValue([...next]) };
};

const changeOf = (op: Op, base: StoredField | undefined): Change => {
  switch (op.op) {
    case 'set':
      return { ok: true, v: normalValue(op.v) };
    case 'del':
      return { ok: true, v: undefined };
    case 'members':
      return members(op, base);
    case 'splice':
      return splice(op, base);
  }
};

const firstRepeated = (ops: readonly Op[]): FieldPath | undefined => {
  const seen = new Set<FieldPath>();
  return ops.find(({ f }) => seen.size === seen.add(f).size)?.f;
};

/** The version that gives a path its meaning: the newest that has it (EL10). */
const meaningOf = (versions: readonly Template[], path: FieldPath): Template | undefined =>
  versions.find((version) => fieldAt(version, path) !== undefined);

/** A place that no version has can still be emptied, but no longer written. */
const isTaken = (versions: readonly Template[], op: Op, base: StoredField | undefined): boolean =>
  meaningOf(versions, op.f) !== undefined || (op.op === 'del' && base !== undefined);

/** Findings that no draft needs: no editor makes such a value, and no later edit would mend it. */
const unfit = new Set<FindingCode>(['wrong-kind', 'not-a-date', 'not-a-month', 'amount-too-large']);

/** What is wrong with the form of a value at its place; drafts may be incomplete, but not malformed. */
const unfitValue = (
  versions: readonly Template[],
  path: FieldPath,
  value: FieldValue | undefined,
  vocabulary: Vocabulary,
): Problem | undefined => {
  const template = meaningOf(versions, path);
  if (value === undefined || template === undefined) return undefined;
  const found = problemAt(template, path, value, vocabulary);
  if (found === null || !unfit.has(found.code)) return undefined;
  const finding = {
    path,
    code: found.code,
    severity: 'error',
    source: 'official',
    params: { ...found.params },
  };
  return problem('validation', `${path}: ${found.code}`, { findings: [finding as WireFinding] });
};

/**
 * What becomes of one element (sync-protocol.md, endpoint 3): compare-and-set per field, all or
 * nothing. `seq` is the sequence that it takes if it is applied. An unknown template and another
 * content under a used n do not use n up; every other refusal does.
 */
export const decideElement = (
  element: Element,
  hash: string,
  ground: ElementGround,
  context: {
    /** The realm of a document that is made now. */
    readonly realm: string;
    readonly seq: number;
    /** The form of a reference and its earlier versions, the newest first; none where it is not known. */
    readonly versions: (ref: TemplateRef) => readonly Template[];
    readonly vocabulary: Vocabulary;
  },
): Decision => {
  const { doc, n, create, upgrade, ops } = element;
  const rejection = (why: Problem): Outcome => ({ doc, n, outcome: 'rejected', problem: why });
  const reject = (code: ProblemCode, detail: string): Decision => ({
    kind: 'consume',
    outcome: rejection(problem(code, detail)),
  });

  const lastN = ground.ack?.lastN ?? 0;
  if (n < lastN) return { kind: 'answer', outcome: { doc, n, outcome: 'duplicate' } };
  if (n > lastN + 1) {
    return { kind: 'answer', outcome: { doc, n, outcome: 'gap', expected: lastN + 1 } };
  }
  if (ground.ack !== undefined && n === lastN) {
    const outcome =
      ground.ack.hash === hash ? ground.ack.outcome : rejection(problem('mutation-mismatch', `n ${n}`));
    return { kind: 'answer', outcome };
  }

  const known = ground.document;
  if (known !== undefined && (ground.role === null || !canEdit(ground.role))) return reject('forbidden', doc);
  if (known !== undefined && create && create.kind !== known.kind) {
    return reject('kind-mismatch', `the document is a ${known.kind} of ${known.template}`);
  }
  if (known === undefined && create === undefined) return reject('not-created', doc);
  const begun = known?.template ?? create?.template ?? '';
  const kind = known?.kind ?? create?.kind;
  // A laptop that makes it anew after the server lost data may know a later form than the one that came first.
  const named = [begun, create?.template ?? begun, upgrade ?? begun];
  const strangeForm = named.find((ref) => !kind || !isOfKind(ref, kind));
  if (strangeForm !== undefined)
    return reject('kind-mismatch', `${strangeForm} is not a template of ${kind}`);
  const templateRef = named.reduce((latest, ref) => (isLaterVersion(ref, latest) ? ref : latest));
  const versions = context.versions(templateRef);
  const [template] = versions;
  if (template === undefined) {
    return { kind: 'answer', outcome: rejection(problem('schema-unsupported', `template ${templateRef}`)) };
  }
  if (known?.isDeleted) return reject('document-deleted', doc);
  if (known !== undefined && isClosed(known.stage)) {
    return reject('document-closed', `the document is ${known.stage}`);
  }
  const repeated = firstRepeated(ops);
  if (repeated !== undefined) return reject('malformed', `${repeated} is named by two ops`);
  const strange = ops.find((op) => !isTaken(versions, op, ground.fields.get(op.f)));
  if (strange !== undefined) return reject('unknown-path', strange.f);

  const isForgotten = (op: Op) => !ground.fields.has(op.f) && op.fr > 0 && op.fr <= (known?.rev ?? 0);
  // A field that was removed so long ago that its tombstone is forgotten: a value may stand there again, but
  // what only makes sense of what stood there before may not.
  const moved = ops.filter((op) =>
    isForgotten(op)
      ? op.op === 'splice' || op.op === 'members'
      : (ground.fields.get(op.f)?.fr ?? 0) !== op.fr,
  );
  const neverWritten = moved.find((op) => !ground.fields.has(op.f) && !isForgotten(op));
  if (neverWritten !== undefined) {
    return reject('malformed', `${neverWritten.f} was never at revision ${neverWritten.fr}`);
  }
  if (moved.length > 0 && known !== undefined) {
    const fields = moved.flatMap((op) => {
      const field = ground.fields.get(op.f);
      const state = field === undefined ? { fr: op.fr, deleted: true as const } : fieldStateOf(field);
      return [[op.f, state] as const];
    });
    return {
      kind: 'consume',
      outcome: { doc, n, outcome: 'conflict', rev: known.rev, fields: Object.fromEntries(fields) },
    };
  }

  const rev = (known?.rev ?? 0) + 1;
  const fields = new Map<FieldPath, StoredField>();
  for (const op of ops) {
    const change = changeOf(op, ground.fields.get(op.f));
    if (!change.ok) return reject('bad-splice', change.detail);
    const unfitted = unfitValue(versions, op.f, change.v, context.vocabulary);
    if (unfitted !== undefined) return { kind: 'consume', outcome: rejection(unfitted) };
    fields.set(op.f, { v: change.v, fr: rev });
  }
  // An upgrade that somebody else has done already: nothing is new, and nobody would be told of another revision.
  if (known !== undefined && fields.size === 0 && templateRef === known.template) {
    return { kind: 'consume', outcome: { doc, n, outcome: 'applied', rev: known.rev } };
  }
  const document: StoredDocument =
    known === undefined
      ? {
          id: doc,
          realm: context.realm,
          kind: template.kind,
          template: templateRef,
          rev,
          stage: 'draft',
          round: 1,
          metaSeq: context.seq,
          isDeleted: false,
        }
      : templateRef === known.template
        ? { ...known, rev }
        : { ...known, rev, template: templateRef, metaSeq: context.seq };
  return { kind: 'apply', outcome: { doc, n, outcome: 'applied', rev }, document, fields };
};
