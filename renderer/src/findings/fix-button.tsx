import './fix-button.css';
import { Check } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { fixText } from '#renderer/finding-text.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { type AppliedFix, type Fixes, standsStill } from '#renderer/hooks/use-fixes.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import { fixFor } from '#shared/domain/fixes/fix-for.ts';

/** The document on which fixes are pressed, and those that were. */
export type FixPress = {
  readonly session: DocumentSession;
  readonly fixes: Fixes;
  readonly isReadOnly: boolean;
};

type FixButtonProps = { readonly press: FixPress; readonly finding: Finding };

/** The mechanical fix of a finding ("Use 7% for ILO"); nothing where a person has something to decide. */
export const FixButton = ({ press, finding }: FixButtonProps) => {
  const intl = useIntl();
  const vocabulary = useVocabulary();
  const { session, fixes, isReadOnly } = press;
  const fixNow = () => fixFor(finding, session.getSnapshot().values, session.template);
  const fix = isReadOnly ? null : fixNow();
  if (fix === null) return null;
  // Of the words that stand there when it is pressed, not of those when it was drawn.
  const onClick = () => {
    const now = fixNow();
    if (now !== null) fixes.apply(finding, now);
  };
  return (
    <button type="button" className="text-button" onClick={onClick}>
      {fixText(intl, fix, vocabulary)}
    </button>
  );
};

type DoneRowProps = { readonly press: FixPress; readonly applied: AppliedFix };

const DoneRow = ({ press, applied }: DoneRowProps) => {
  const intl = useIntl();
  const vocabulary = useVocabulary();
  const [stands] = useSessionPart(press.session, ({ values }) => [standsStill(applied, values)]);
  if (!stands) return null;
  return (
    <p className="fix-done" role="status">
      <Icon of={Check} size="small" />
      <span>
        <FormattedMessage id="fix.done" values={{ fix: fixText(intl, applied.fix, vocabulary) }} />
      </span>
      {!press.isReadOnly && (
        <button type="button" className="text-button" onClick={() => press.fixes.putBack(applied)}>
          <FormattedMessage id="fix.putBack" />
        </button>
      )}
    </p>
  );
};

type FixesDoneProps = {
  readonly press: FixPress;
  /** Only those; all where it is absent. */
  readonly isHere?: (applied: AppliedFix) => boolean;
};

/** What was fixed, while it stands as the fix left it, with the way back. */
export const FixesDone = ({ press, isHere = () => true }: FixesDoneProps) =>
  press.fixes.applied
    .filter(isHere)
    .map((applied) => <DoneRow key={findingKey(applied.finding)} press={press} applied={applied} />);
