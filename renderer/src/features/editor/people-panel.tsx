import './people-panel.css';
import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MemberChange } from '#renderer/commands/member-change.ts';
import { mayChange, type Person, peopleOf } from '#renderer/commands/people.ts';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useOwnAccount } from '#renderer/hooks/use-own-account.ts';
import { emailSchema, type Role, roles } from '#shared/domain/review.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useEditor } from './editor-context.ts';

const isAddress = (text: string): boolean => emailSchema.safeParse(text).success;

const useRoleOptions = () => {
  const { formatMessage } = useIntl();
  return roles.map((role) => ({ value: role, label: formatMessage({ id: `people.role.${role}` }) }));
};

type PersonRowProps = {
  readonly person: Person;
  readonly may: ReturnType<typeof mayChange>;
  readonly onChange: (change: MemberChange) => void;
  readonly onForget: () => void;
};

/** What is asked about somebody, and whether it waits or was refused. */
const StepLine = ({
  person: { step, state },
  takesFocus,
  onForget,
}: Pick<PersonRowProps, 'person' | 'onForget'> & { readonly takesFocus: boolean }) => {
  const intl = useIntl();
  if (step === null) return null;
  const role = step.role === null ? '' : intl.formatMessage({ id: `people.role.${step.role}` });
  return (
    <div className="person-step">
      {step.refusal === null ? (
        <p role="status">
          <FormattedMessage id={`people.waits.${step.what}`} values={{ role }} />
        </p>
      ) : (
        <p className="field-notice" role="alert">
          <FormattedMessage
            id="review.refused"
            values={{ reason: failureText(intl, { code: step.refusal }).what }}
          />
        </p>
      )}
      <Button variant="quiet" autoFocus={takesFocus} onPress={onForget}>
        <FormattedMessage
          id={step.refusal === null || state !== 'asked' ? 'people.forget' : 'people.dismiss'}
        />
      </Button>
    </div>
  );
};

const PersonRow = ({ person, may, onChange, onForget }: PersonRowProps) => {
  const { formatMessage } = useIntl();
  const options = useRoleOptions();
  const nameId = useId();
  /** `again`: it was asked and said no; the button takes the focus back. */
  const [question, setQuestion] = useState<'no' | 'asks' | 'again'>('no');
  /** What was asked here takes the place of the control that asked it, and its focus. */
  const [hasAsked, setAsked] = useState(false);
  const ask = (change: MemberChange) => {
    setAsked(true);
    onChange(change);
  };
  const { account, name, email, role, isYou, state, step } = person;
  return (
    <li className="person">
      <p className="person-name" id={nameId}>
        <bdi>{name === '' ? email : name}</bdi>
        {isYou && (
          <small>
            <FormattedMessage id="people.you" />
          </small>
        )}
      </p>
      <p className="person-about">
        {name !== '' && (
          <>
            <bdi dir="ltr">{email}</bdi>
            {' · '}
          </>
        )}
        {state === 'member' && !may.roles && <FormattedMessage id={`people.role.${role}`} />}
        {state === 'member' && may.roles && <FormattedMessage id="people.member" />}
        {state !== 'member' && (
          <FormattedMessage
            id={`people.${state}`}
            values={{ role: formatMessage({ id: `people.role.${role}` }) }}
          />
        )}
      </p>
      {account !== null && (may.roles || may.remove) && (
        <div className="person-actions">
          {may.roles && (
            <Select
              labelledBy={nameId}
              value={role}
              options={options}
              onChange={(next) => {
                if (next !== '' && next !== role) ask({ what: 'role', account, role: next as Role });
              }}
            />
          )}
          {may.remove && question !== 'asks' && (
            <Button variant="quiet" autoFocus={question === 'again'} onPress={() => setQuestion('asks')}>
              <FormattedMessage id={isYou ? 'people.leave' : 'people.remove'} />
            </Button>
          )}
        </div>
      )}
      {account !== null && question === 'asks' && step === null && (
        <fieldset className="person-question">
          <legend>
            <FormattedMessage
              id={isYou ? 'people.leaveQuestion' : 'people.removeQuestion'}
              values={{ name: <bdi>{name === '' ? email : name}</bdi> }}
            />
          </legend>
          <div className="comment-actions">
            <Button
              variant="destructive"
              autoFocus
              onPress={() => {
                setQuestion('no');
                ask({ what: 'remove', account });
              }}
            >
              <FormattedMessage id={isYou ? 'people.leave' : 'people.remove'} />
            </Button>
            <Button variant="quiet" onPress={() => setQuestion('again')}>
              <FormattedMessage id="review.cancel" />
            </Button>
          </div>
        </fieldset>
      )}
      <StepLine person={person} takesFocus={hasAsked} onForget={onForget} />
    </li>
  );
};

type InviteFormProps = { readonly onInvite: (change: MemberChange) => Promise<boolean> };

const InviteForm = ({ onInvite }: InviteFormProps) => {
  const options = useRoleOptions();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [isWrong, setIsWrong] = useState(false);
  const invite = async () => {
    const address = email.trim();
    if (!isAddress(address)) {
      setIsWrong(true);
      return;
    }
    const isKept = await onInvite({ what: 'invite', email: address, role });
    // The next address may be in it already.
    if (isKept) setEmail((now) => (now.trim() === address ? '' : now));
  };
  return (
    <form
      className="person-invite"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void invite();
      }}
    >
      <h3>
        <FormattedMessage id="people.invite" />
      </h3>
      <TextInput
        type="email"
        label={<FormattedMessage id="people.email" />}
        value={email}
        maxLength={320}
        onChange={(text) => {
          setEmail(text);
          setIsWrong(false);
        }}
        {...(isWrong && { error: <FormattedMessage id="people.notAnAddress" /> })}
      />
      <Select
        label={<FormattedMessage id="people.role" />}
        help={<FormattedMessage id={`people.role.${role}.help`} />}
        value={role}
        options={options}
        onChange={(next) => {
          if (next !== '') setRole(next as Role);
        }}
      />
      <Button variant="secondary" type="submit">
        <FormattedMessage id="people.inviteButton" />
      </Button>
    </form>
  );
};

/** Who works on the document. What is asked here waits on this laptop until there is a connection. */
export const PeoplePanel = () => {
  const { session } = useEditor();
  const { members, memberSteps, role, summary } = useSession(session);
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
  const canInvite = (role === 'author' || role === 'coordinator') && summary.presence === 'here';
  return (
    <div className="checks-body people">
      {failure !== null && (
        <Note tone="warning">
          <span role="alert">{failureText(intl, failure).what}</span>
        </Note>
      )}
      {people.length === 0 && (
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
              may={
                summary.presence === 'here'
                  ? mayChange(role, person, people)
                  : { roles: false, remove: false }
              }
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
