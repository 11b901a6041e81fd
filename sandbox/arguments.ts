import { parseArgs } from 'node:util';
import { isCalendarDate } from '#shared/domain/calendar.ts';
import type { CivilDay } from '#shared/domain/civil-day.ts';
import { err, ok, type Result } from '#shared/result.ts';

export type SandboxOptions = {
  /** 0: any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly withFaults: boolean;
  /** Built browser edition to serve on the same origin. */
  readonly appFolder: string | null;
  readonly isQuiet: boolean;
  /** Meetings of the Steering Committee that it tells laptops of; undefined: none are told. */
  readonly meetings: readonly CivilDay[] | undefined;
};

export const usage =
  'node sandbox/server.ts [--port 8787] [--data ./.sandbox] [--faults] [--app DIR] [--meetings DAY,DAY] [--quiet]';

/** Reads the command line; an error is a sentence for the person who typed it. */
export const readArguments = (argv: readonly string[]): Result<SandboxOptions, string> => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: './.sandbox' },
        faults: { type: 'boolean', default: false },
        app: { type: 'string' },
        meetings: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (!(port <= 65_535)) return err(`--port ${values.port} is not a port`);
    if (values.data === '') return err('--data needs a folder');
    const meetings = values.meetings?.split(',').filter((day) => day !== '');
    const noDay = meetings?.find((day) => !isCalendarDate(day));
    if (noDay !== undefined) return err(`--meetings: ${noDay} is not a day such as 2027-05-12`);
    return ok({
      port,
      dataFolder: values.data,
      withFaults: values.faults,
      appFolder: values.app ?? null,
      isQuiet: values.quiet,
      meetings,
    });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
};
