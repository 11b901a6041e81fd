import type { Shell } from '#renderer/shell/shell.ts';

/** What this installation is and what it can do. */
export type About = {
  readonly edition: Shell['kind'];
  readonly version: string;
  readonly platform: string;
  /** The server of the Network that is in force. */
  readonly serverUrl: string;
  readonly canSetPassphrase: boolean;
};
