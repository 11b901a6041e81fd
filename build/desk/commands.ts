import type { Command } from './command.ts';
import { convertCommand } from './commands/convert.ts';
import { diffCommand } from './commands/diff.ts';
import { importCommand } from './commands/import.ts';
import { inspectCommand } from './commands/inspect.ts';
import { validateCommand } from './commands/validate.ts';
import { validateTemplateCommand } from './commands/validate-template.ts';

/** Every word of the `desk` command; a new one is a file in commands/ and a line here. */
export const commands: readonly Command[] = [
  validateCommand,
  convertCommand,
  diffCommand,
  importCommand,
  inspectCommand,
  validateTemplateCommand,
];
