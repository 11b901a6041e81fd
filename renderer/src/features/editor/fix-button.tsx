import './fix-button.css';
import { Check } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import { fixText } from '#renderer/finding-text.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { type AppliedFix, standsStill } from '#renderer/hooks/use-fixes.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { fixFor } from '#shared/domain/fixes/fix-for.ts';
import { useEditor } from './editor-context.ts';

/** The mechanical fix of a finding ("Use 7% for ILO"); nothing where a person has something to decide. */
export const FixButton = ({ finding }: { readonly finding: Finding }) => {
  const intl = useIntl();
  const { session, vocabulary, isReadOnly, fixes } = useEditor();
  const fix = isReadOnly ? null : fixFor(finding, session.getSnapshot().values, session.template);
  if (fix === null) return null;
  return (
    <button type="button" className="fix-button" onClick={() => fixes.apply(finding, fix)}>
      {fixText(intl, fix, vocabulary)}
    </button>
  );
};

type FixesDoneProps = { readonly isHere: (applied: AppliedFix) => boolean };

const DoneRow = ({ applied }: { readonly applied: AppliedFix }) => {
  const intl = useIntl();
  const { session, vocabulary, isReadOnly, fixes } = useEditor();
  const { values } = useSession(session);
  if (!standsStill(applied, values)) return null;
  return (
    <p className="fix-done" role="status">
      <Icon of={Check} size="small" />
      <span>
        <FormattedMessage id="fix.done" values={{ fix: fixText(intl, applied.fix, vocabulary) }} />
      </span>
      {!isReadOnly && (
        <button type="button" className="fix-button" onClick={() => fixes.putBack(applied)}>
          <FormattedMessage id="fix.putBack" />
        </button>
      )}
    </p>
  );
};

/** What was fixed, while it stands as the fix left it, with the way back. */
export const FixesDone = ({ isHere }: FixesDoneProps) =>
  useEditor()
    .fixes.applied.filter(isHere)
    .map((applied) => <DoneRow key={applied.finding.path + applied.finding.code} applied={applied} />);
