import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

type Given = string | boolean | undefined;

/** An option that has a value; undefined where it was not given. */
export const textOption = (option: Given): string | undefined =>
  typeof option === 'string' ? option : undefined;

/** The files and options of a subcommand. UsageError where an option is not known, or files lack. */
export const readArguments = (
  args: readonly string[],
  options: Options,
  files: number,
): {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, Given>>;
} => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length !== files) {
      throw new UsageError(`${files} file${files === 1 ? '' : 's'} wanted, ${positionals.length} given`);
    }
    return { files: positionals, options: values as Readonly<Record<string, Given>> };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
