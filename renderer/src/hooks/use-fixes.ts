import { useCallback, useState } from 'react';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { type FieldMap, type FieldValue, sameValue } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Fix, FixEdit } from '#shared/domain/fixes/fix.ts';

/** A fix that was pressed, with what stood there before it. */
export type AppliedFix = {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly before: readonly FixEdit[];
};

export type Fixes = {
  readonly applied: readonly AppliedFix[];
  readonly apply: (finding: Finding, fix: Fix) => void;
  readonly putBack: (applied: AppliedFix) => void;
};

const asChanges = (edits: readonly FixEdit[]): ReadonlyMap<string, FieldValue | undefined> =>
  new Map(edits.map(({ path, value }) => [path, value]));

/** Whether what the fix wrote stands there still: only then can it be put back without taking a later word. */
export const standsStill = ({ fix }: AppliedFix, values: FieldMap): boolean =>
  fix.edits.every(({ path, value }) => sameValue(values[path], value));

/** Presses the mechanical fixes of an open document, and puts back what stood there. */
export const useFixes = (session: DocumentSession): Fixes => {
  const [applied, setApplied] = useState<readonly AppliedFix[]>([]);
  const apply = useCallback(
    (finding: Finding, fix: Fix) => {
      const { values } = session.getSnapshot();
      const before = fix.edits.map(({ path }) => ({ path, value: values[path] }));
      if (!session.setAll(asChanges(fix.edits))) return;
      const isOther = (other: AppliedFix) => other.finding.path !== finding.path;
      setApplied((others) => [...others.filter(isOther), { finding, fix, before }]);
    },
    [session],
  );
  const putBack = useCallback(
    (done: AppliedFix) => {
      if (session.setAll(asChanges(done.before))) setApplied((all) => all.filter((one) => one !== done));
    },
    [session],
  );
  return { applied, apply, putBack };
};
