import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { type Ask, FindingList } from '#renderer/findings/finding-list.tsx';
import { findingsByField } from '#renderer/findings/finding-sections.ts';
import { FixesDone } from '#renderer/findings/fix-button.tsx';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useFixes } from '#renderer/hooks/use-fixes.ts';
import type { Finding } from '#shared/domain/finding.ts';

type SubmitChecksProps = { readonly session: DocumentSession; readonly ask: Ask };

/** Errors stop, each with the way to its place; questions ask, one for each field, with a box to confirm. */
export const SubmitChecks = ({ session, ask }: SubmitChecksProps) => {
  const { findings, values, conflicts, readOnly } = useSession(session);
  const press = { session, fixes: useFixes(session), isReadOnly: readOnly };
  const errors = findings.filter(({ severity }) => severity === 'error');
  const questions = findings.filter(({ severity }) => severity === 'warning');
  const shared = {
    press,
    values,
    wayTo: ({ path }: Finding, words: ReactNode, name: string) => (
      <a
        className="text-button"
        aria-label={name}
        href={hrefOf({ room: 'document', id: session.id, field: path })}
      >
        {words}
      </a>
    ),
  };
  return (
    <>
      <FixesDone press={press} />
      {errors.length === 0 && (
        <p className="submit-checks-none">
          <Icon of={Check} size="small" />
          <FormattedMessage id="submit.checks.none" />
        </p>
      )}
      {conflicts.length > 0 && (
        <Note tone="warning">
          <FormattedMessage id="submit.checks.versions" values={{ count: conflicts.length }} />{' '}
          <a className="text-button" href={hrefOf({ room: 'document', id: session.id })}>
            <FormattedMessage id="submit.checks.settle" />
          </a>
        </Note>
      )}
      <FindingList
        {...shared}
        severity="error"
        findings={errors}
        head={<FormattedMessage id="submit.checks.errors" values={{ count: errors.length }} />}
      />
      <FindingList
        {...shared}
        severity="warning"
        findings={questions}
        head={
          <FormattedMessage
            id="submit.checks.warnings"
            values={{ count: findingsByField(questions).length }}
          />
        }
        ask={ask}
      />
    </>
  );
};
