/** What an account may do at the Network beside the documents of which it is a member. */
export type NetworkRole = 'member' | 'coordinator' | 'reviewer' | 'secretariat';

/** Who asks. New documents belong to the account's realm (the submitting organization). */
export type Account = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly realm: string;
  readonly role: NetworkRole;
  /** Countries for which a coordinator speaks; empty for everybody else. */
  readonly countries: readonly string[];
};

const person = (
  id: string,
  name: string,
  role: NetworkRole = 'member',
  rest: Partial<Account> = {},
): Account => ({
  id,
  name,
  email: `${id}@training.example`,
  realm: 'training',
  role,
  countries: [],
  ...rest,
});

/** The people of the practice Network; the first one is who signs in without saying who. All are invented. */
export const trainingAccounts: readonly [Account, ...Account[]] = [
  person('training', 'Training'),
  person('leila', 'Leila Haddad'),
  person('tomas', 'Tomás Quispe', 'member', { realm: 'training-partner' }),
  person('coordinator-ke', 'Resident Coordinator, Kenya', 'coordinator', { countries: ['KE', 'TZ'] }),
  person('coordinator-cl', 'Resident Coordinator, Chile', 'coordinator', { countries: ['CL', 'MX', 'PE'] }),
  person('reviewer', 'Reviewer', 'reviewer', { realm: 'network' }),
  person('secretariat', 'Network secretariat', 'secretariat', { realm: 'network' }),
];
