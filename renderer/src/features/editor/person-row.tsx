import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MemberChange } from '#renderer/commands/member-change.ts';
import type { mayChange, Person } from '#renderer/commands/people.ts';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { failureText } from '#renderer/error-text.ts';
import type { Role } from '#shared/domain/review.ts';
import { useRoleOptions } from './role-options.ts';

type PersonRowProps = {
  readonly person: Person;
  readonly may: ReturnType<typeof mayChange>;
  readonly onChange: (change: MemberChange) => void;
  readonly onForget: () => void;
};

/** What is asked about somebody, and whether it waits or was refused. */
const StepLine = ({
  person: { step },
  takesFocus,
  onForget,
}: Pick<PersonRowProps, 'person' | 'onForget'> & { readonly takesFocus: boolean }) => {
  const intl = useIntl();
  if (step === null) return null;
  const role = step.what === 'remove' ? '' : intl.formatMessage({ id: `people.role.${step.role}` });
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
        <FormattedMessage id={step.refusal === null ? 'people.forget' : 'people.dismiss'} />
      </Button>
    </div>
  );
};

/** Somebody who works on the document: what they may do, and what is asked about them. */
export const PersonRow = ({ person, may, onChange, onForget }: PersonRowProps) => {
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
