import './people-panel.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MemberChange } from '#renderer/commands/member-change.ts';
import { mayChange, peopleOf } from '#renderer/commands/people.ts';
import { Note } from '#renderer/components/note.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useOwnAccount } from '#renderer/hooks/use-own-account.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useEditor } from './editor-context.ts';
import { InviteForm } from './invite-form.tsx';
import { PersonRow } from './person-row.tsx';

/** Who works on the document. What is asked here waits on this laptop until there is a connection. */
export const PeoplePanel = () => {
  const { session } = useEditor();
  const { members, memberSteps, role, presence } = useSessionPart(
    session,
    ({ members, memberSteps, role, summary: { presence } }) => ({ members, memberSteps, role, presence }),
  );
  const commands = useCommands();
  const intl = useIntl();
  const own = useOwnAccount(members.length > 0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const people = peopleOf(members, memberSteps, own);
  const tell = (result: Result<void, Failure>): boolean => {
    setFailure(result.ok ? null : result.error);
    return result.ok;
  };
  const change = async (asked: MemberChange) => tell(await commands.changeMembers(session.id, asked));
  const canInvite = (role === 'author' || role === 'coordinator') && presence === 'here';
  return (
    <div className="checks-body people">
      {failure !== null && (
        <Note tone="warning">
          <span role="alert">{failureText(intl, failure).what}</span>
        </Note>
      )}
      {people.every(({ isYou }) => isYou) && (
        <p className="checks-none">
          <strong>
            <FormattedMessage id="people.none" />
          </strong>{' '}
          <FormattedMessage id="people.noneNext" />
        </p>
      )}
      {people.length > 0 && (
        <ul className="person-list" aria-label={intl.formatMessage({ id: 'people.tab' })}>
          {people.map((person) => (
            <PersonRow
              key={`${person.state} ${person.account ?? person.email}`}
              person={person}
              may={presence === 'here' ? mayChange(role, person, people) : { roles: false, remove: false }}
              onChange={(asked) => void change(asked)}
              onForget={() => {
                if (person.step !== null)
                  void commands.forgetMemberStep(session.id, person.step.id).then(tell);
              }}
            />
          ))}
        </ul>
      )}
      {canInvite && <InviteForm onInvite={change} />}
    </div>
  );
};
