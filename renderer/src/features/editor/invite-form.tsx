import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MemberChange } from '#renderer/commands/member-change.ts';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { emailSchema, type Role } from '#shared/domain/review.ts';
import { useRoleOptions } from './role-options.ts';

const isAddress = (text: string): boolean => emailSchema.safeParse(text).success;

type InviteFormProps = { readonly onInvite: (change: MemberChange) => Promise<boolean> };

/** Asks for an address and a role. */
export const InviteForm = ({ onInvite }: InviteFormProps) => {
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
