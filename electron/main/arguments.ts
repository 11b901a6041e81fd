import { err, ok, type Result } from '#shared/result.ts';
import { serverAddress } from './server-address.ts';

export type StartArguments = {
  /** From `--server=URL`; goes before what is stored. */
  readonly serverUrl?: string;
};

/** What the app was started with. An address that cannot be used is an error: the person meant another one. */
export function startArguments(argv: readonly string[]): Result<StartArguments, string> {
  const prefix = '--server=';
  const text = argv.findLast((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  if (text === undefined) return ok({});
  const address = serverAddress(text);
  return address.ok ? ok({ serverUrl: address.value }) : err(`--server: ${address.error}`);
}
