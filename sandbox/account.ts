import { type Sql, textOf } from './database.ts';

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

const trainingAccount: Account = { id: 'training', name: 'Training', realm: 'training' };

/** Makes the training realm, its account and its session token where they are missing. */
export const prepareTrainingAccount = async (sql: Sql, newToken: string): Promise<void> => {
  const { id, name, realm } = trainingAccount;
  await sql.query('insert into realms (realm, seq) values ($1, 0) on conflict (realm) do nothing', [realm]);
  await sql.query(
    `insert into accounts (account, name, realm, training) values ($1, $2, $3, true)
     on conflict (account) do nothing`,
    [id, name, realm],
  );
  await sql.query(
    `insert into sessions (token, account)
     select $1, $2 where not exists (select 1 from sessions where account = $2)`,
    [newToken, id],
  );
};

/** The training account and its token, the same at every call. */
export const trainingSession = async (
  sql: Sql,
): Promise<{ readonly token: string; readonly account: Account }> => {
  const [row] = await sql.query('select token from sessions where account = $1 limit 1', [
    trainingAccount.id,
  ]);
  if (row === undefined) throw new Error('Assumption broken: the training account has no session');
  return { token: textOf(row, 'token'), account: trainingAccount };
};

/** The account of a bearer token; undefined when nobody holds it. */
export const accountOfToken = async (sql: Sql, token: string): Promise<Account | undefined> => {
  const [row] = await sql.query(
    'select a.account, a.name, a.realm from sessions s join accounts a using (account) where s.token = $1',
    [token],
  );
  if (row === undefined) return undefined;
  return { id: textOf(row, 'account'), name: textOf(row, 'name'), realm: textOf(row, 'realm') };
};
