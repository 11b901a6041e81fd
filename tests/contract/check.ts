import { type NetworkClient, signIn } from './network-client.ts';

/** One observable rule of shared/sync/SPEC.md, asked of a server from outside. */
export type Check = {
  /** Ids of the rules, as in SPEC.md. */
  readonly rules: readonly string[];
  readonly title: string;
  /** Throws ContractError where the server does otherwise. */
  readonly run: (people: People) => Promise<void>;
};

/** The people of a server under test. Training accounts; see sandbox/account.ts. */
export type People = {
  readonly url: string;
  readonly author: NetworkClient;
  /** Another author of the same or another organization. */
  readonly colleague: NetworkClient;
  readonly reviewer: NetworkClient;
  readonly secretariat: NetworkClient;
};

export const check = (rules: string, title: string, run: Check['run']): Check => ({
  rules: rules.split(' '),
  title,
  run,
});

export const titleOf = ({ rules, title }: Check): string =>
  `${rules.map((rule) => `[${rule}]`).join('')} ${title}`;

export const peopleAt = async (url: string): Promise<People> => ({
  url,
  author: await signIn(url),
  colleague: await signIn(url, 'leila'),
  reviewer: await signIn(url, 'reviewer'),
  secretariat: await signIn(url, 'secretariat'),
});
