import type { SessionSnapshot } from '#renderer/commands/document-session.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import { canHandOver } from '#shared/domain/review.ts';

/** Why one cannot submit now; `ready` when one can. The first obstacle counts. */
export type SubmitGate =
  | 'ready'
  /** "Just write": there is no network in this space. */
  | 'no-network'
  /** A submission of it waits or travels already. */
  | 'on-its-way'
  /** The Network has it, and has not returned it. */
  | 'with-network'
  /** Others write and submit it; this person reads it. */
  | 'reader'
  | 'not-saved'
  | 'two-versions'
  | 'errors'
  | 'unconfirmed';

/** A gate at which there is nothing to submit now, whatever the text says. */
export type Standing = Extract<SubmitGate, 'no-network' | 'on-its-way' | 'with-network' | 'reader'>;

export const isStanding = (gate: SubmitGate): gate is Standing =>
  gate === 'no-network' || gate === 'on-its-way' || gate === 'with-network' || gate === 'reader';

export const submitGate = (
  snapshot: SessionSnapshot,
  hasNetwork: boolean,
  confirmed: ReadonlySet<string>,
): SubmitGate => {
  if (!hasNetwork) return 'no-network';
  const { stage } = snapshot.summary;
  if (stage === 'ready' || stage === 'sending') return 'on-its-way';
  if (stage !== 'draft' && stage !== 'returned') return 'with-network';
  if (!canHandOver(snapshot.role)) return 'reader';
  if (snapshot.save.state === 'failed') return 'not-saved';
  if (snapshot.conflicts.length > 0) return 'two-versions';
  if (snapshot.findings.some((finding) => finding.severity === 'error')) return 'errors';
  const isOpen = (finding: Finding) => finding.severity === 'warning' && !confirmed.has(findingKey(finding));
  return snapshot.findings.some(isOpen) ? 'unconfirmed' : 'ready';
};
