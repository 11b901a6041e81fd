import { type Command, CommandError, type CommandIo, type ExitCode, UsageError } from './command.ts';
import { commands } from './commands.ts';

const usageOf = ({ name, usage }: Command): string => `npm run --silent desk -- ${name} ${usage}\n`;

const overview = (): string =>
  [
    'What the app knows of documents, for secretariats and scripts. JSON on standard output, words on standard error.\n',
    'Ends with 0 where all is in order, 1 where there is something to mend, 2 where it could not be read.\n\n',
    ...commands.map((command) => `  ${command.name} ${command.usage}\n      ${command.help}\n`),
  ].join('');

/** What a fault of our own says of itself, in one line. */
const faultOf = (error: unknown): string =>
  `this is a fault of the command: ${String(error).split('\n', 1)[0]}`;

/** Runs one subcommand. What the person can mend, and what nobody expected, is said in one sentence and ends with 2. */
export const runDesk = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    io.say(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    io.say(`desk: "${name}" is no subcommand. There are: ${commands.map((one) => one.name).join(', ')}\n`);
    return 2;
  }
  if (rest.includes('--help')) {
    io.say(`${usageOf(command)}${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    const reason = error instanceof CommandError ? error.message : faultOf(error);
    io.say(`desk ${name}: ${reason}\n${error instanceof UsageError ? usageOf(command) : ''}`);
    return 2;
  }
};
