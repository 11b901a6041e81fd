/** Where a subcommand reads and writes; the process in the end, memory in the tests. */
export type CommandIo = {
  /** Bytes of a file; rejects with the system's own error. */
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Standard output: JSON, for programs. */
  readonly out: (text: string) => void;
  /** Standard error: words, for people. */
  readonly say: (text: string) => void;
  /** The day on which it runs, YYYY-MM-DD. */
  readonly today: string;
};

/** 0: in order; 1: there is something to mend; 2: it could not be read, or not be understood what was asked. */
export type ExitCode = 0 | 1 | 2;

/** One word of the `desk` command. */
export type Command = {
  readonly name: string;
  /** Its arguments, as the help shows them. */
  readonly usage: string;
  /** What it does, in sentences for people. */
  readonly help: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<ExitCode>;
};

/** Something that the person can mend: what they asked, or the file they gave. */
export class CommandError extends Error {}

/** What was asked cannot be understood: how the word is used helps then, and only then. */
export class UsageError extends CommandError {}

/** Prints a value as JSON on standard output. */
export const printJson = (io: CommandIo, value: unknown): void =>
  io.out(`${JSON.stringify(value, null, 2)}\n`);
